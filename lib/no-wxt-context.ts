/**
 * Stands in for WXT's class of this name, which announces the content script to the page by messages that every page can
 * see, and is a twelfth of what every page loads. lifetime.ts does what is needed of it.
 */
export class ContentScriptContext {}
