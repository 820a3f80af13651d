/** Name of the port between the page side and popup or panel; see messages.ts. */
export const PANEL_PORT = 'termlight-panel';
