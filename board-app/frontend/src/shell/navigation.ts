/** Browsers fill a page that somebody comes back to with what it had before, however old, unless a request says otherwise. */
export function isWayBack(): boolean {
  return navigationType() === 'back_forward';
}

export function isReturn(): boolean {
  return isWayBack() || navigationType() === 'reload';
}

function navigationType(): NavigationTimingType | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type;
}
