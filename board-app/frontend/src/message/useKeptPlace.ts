import { useEffect, useLayoutEffect, useState } from 'react';
import * as v from 'valibot';
import { isReturn } from '../shell/navigation';
import { remember, remembered } from '../shell/storage';

const KEY = 'place';

/** The message at the top of the window, how far its own top is from there, and how far the page was scrolled. */
const PlaceSchema = v.fallback(
  v.nullable(v.object({ id: v.optional(v.string()), top: v.number(), scrolled: v.number() })),
  null,
);

type Place = NonNullable<v.InferOutput<typeof PlaceSchema>>;

/**
 * A reload, and the way back from another page, lead to the text that was being read, whatever was written above it meanwhile.
 * The browser's own memory is of no use here: it gives up before the list is there, and knows no messages, only pixels.
 */
export function useKeptPlace(isThere: boolean, isLinked: boolean) {
  const [place] = useState(() => (isReturn() && !isLinked ? keptPlace() : null));
  useLayoutEffect(() => {
    if (isThere && place) goTo(place);
  }, [isThere, place]);
  useEffect(() => {
    let arrival = 0;
    const leave = () => {
      remember(KEY, placeInView(), () => sessionStorage);
      history.scrollRestoration = 'manual';
    };
    // Links within the page go on having the browser's own memory.
    const arrive = () => {
      arrival = requestAnimationFrame(() => {
        history.scrollRestoration = 'auto';
      });
    };
    if (document.readyState === 'complete') arrive();
    addEventListener('pageshow', arrive);
    addEventListener('pagehide', leave);
    return () => {
      cancelAnimationFrame(arrival);
      removeEventListener('pageshow', arrive);
      removeEventListener('pagehide', leave);
    };
  }, []);
}

function keptPlace(): Place | null {
  return v.parse(
    PlaceSchema,
    remembered(KEY, () => sessionStorage),
  );
}

function placeInView(): Place | undefined {
  if (window.scrollY === 0) return undefined;
  const messages = [...document.querySelectorAll('article[id]')];
  const first = messages.find((message) => message.getBoundingClientRect().bottom > 0);
  return { id: first?.id, top: first?.getBoundingClientRect().top ?? 0, scrolled: window.scrollY };
}

function goTo({ id, top, scrolled }: Place): void {
  const message = id && document.getElementById(id);
  const now = message ? message.getBoundingClientRect() : null;
  // The replies to it may have been open.
  if (now) window.scrollBy(0, now.top - Math.max(top, -now.height));
  else window.scrollTo(0, scrolled);
}
