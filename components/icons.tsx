import type { ComponentChildren } from 'preact';

/** One icon: drawn on a grid of 20, in the colour of the text, unseen by assistive technology. */
function icon(children: ComponentChildren) {
  return function Icon() {
    return (
      <svg class="tl-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {children}
      </svg>
    );
  };
}

export const CloseIcon = icon(<path d="M5 5l10 10M15 5L5 15" />);
export const PinIcon = icon(<path d="M7.5 3.5h5l-.6 5 2.6 2.5v1.5h-9V11l2.6-2.5zM10 12.5V17" />);
export const BackIcon = icon(<path d="M16 10H4.5M9 5.5L4.5 10 9 14.5" />);
export const ForwardIcon = icon(<path d="M4 10h11.5M11 5.5l4.5 4.5-4.5 4.5" />);
export const ListenIcon = icon(
  <path d="M4 8v4h2.6L10.5 15.5V4.5L6.6 8zM13.2 7.5a3.5 3.5 0 010 5M15.3 5.3a6.6 6.6 0 010 9.4" />,
);
export const PanelIcon = icon(<path d="M3.5 4.5h13v11h-13zM12 4.5v11" />);
export const SaveIcon = icon(
  <path d="M10 3.3l2 4.3 4.7.6-3.4 3.3.8 4.7L10 13.9l-4.1 2.3.8-4.7-3.4-3.3L8 7.6z" />,
);
export const KnownIcon = icon(<path d="M4 10.5l4 4 8-9" />);
export const WrongIcon = icon(<path d="M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM5.5 5.5l9 9" />);
export const DangerIcon = icon(<path d="M10 3.2L17.5 16.5h-15zM10 8.2v4M10 14.2v.2" />);
export const MoreIcon = icon(<path d="M5.5 8l4.5 4.5L14.5 8" />);
export const HereIcon = icon(
  <path d="M10 17.2s-5.2-4.7-5.2-8.7a5.2 5.2 0 0110.4 0c0 4-5.2 8.7-5.2 8.7zM10 10.3a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6z" />,
);
export const OutsideIcon = icon(<path d="M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15.5 4.5L9 11" />);
export const SearchIcon = icon(<path d="M8.7 3.8a4.9 4.9 0 100 9.8 4.9 4.9 0 000-9.8zM12.4 12.4l4.1 4.1" />);
export const OptionsIcon = icon(
  <path d="M4 6h7M15 6h1M4 14h1M9 14h7M13 4.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6zM7 12.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z" />,
);
export const UpIcon = icon(<path d="M10 16V4.5M5.5 9L10 4.5 14.5 9" />);
export const DownIcon = icon(<path d="M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5" />);
export const PrintIcon = icon(<path d="M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z" />);
