/** Where a picture lies under the square window: its middle, in shares of the free way, and how far it is enlarged. */
export interface Place {
  x: number;
  y: number;
  zoom: number;
}

export const ZOOM_MAX = 4;
export const MIDDLE: Place = { x: 0.5, y: 0.5, zoom: 1 };

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The square of the picture that is seen through the window, in the picture's own pixels. */
export function seen({ x, y, zoom }: Place, width: number, height: number) {
  const side = Math.min(width, height) / within(zoom, 1, ZOOM_MAX);
  return { left: within(x, 0, 1) * (width - side), top: within(y, 0, 1) * (height - side), side };
}

/** The place after the picture was pushed by so many pixels of a window of this size. */
export function pushed(place: Place, byX: number, byY: number, window: number, width: number, height: number): Place {
  const { side } = seen(place, width, height);
  const scale = side / window;
  const share = (at: number, by: number, free: number) => (free <= 0 ? at : within(at - (by * scale) / free, 0, 1));
  return { zoom: place.zoom, x: share(place.x, byX, width - side), y: share(place.y, byY, height - side) };
}
