import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ApiError } from '../api/ApiError';
import { useStrings } from '../i18n/strings';
import { describeError } from './describeError';
import styles from './Failure.module.css';
import { PendingButton } from './PendingButton';

interface FailureProps {
  error: Error;
  /** Replaces the error's own title. */
  title?: string | undefined;
  onRetry?: () => void;
  isRetrying?: boolean;
  /** Where the keyboard goes on if it is here when this goes. */
  next?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

/** Tells what went wrong, in the server's words where it has some, and offers to try again. */
export function Failure({ error, title, onRetry, isRetrying = false, next, children }: FailureProps) {
  const strings = useStrings();
  const seconds = useCountdown(error);
  const description = describeError(error, strings);
  const banner = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = banner.current;
    return () => {
      if (shown?.contains(document.activeElement)) next?.current?.focus();
    };
  }, [next]);
  return (
    <div ref={banner} className={styles.failure} role="alert">
      <div className={styles.text}>
        <p className={styles.title}>{title ?? description.title}</p>
        <p>{description.detail}</p>
        {children}
        {description.traceId && (
          <p className={styles.reference}>{strings.shell.reference(description.traceId)}</p>
        )}
      </div>
      {onRetry && (
        <PendingButton
          className="button"
          isPending={isRetrying}
          isDisabled={seconds > 0}
          onPress={() => onRetry()}
        >
          {isRetrying ? strings.shell.retrying : strings.shell.retry}
        </PendingButton>
      )}
      {onRetry && seconds > 0 && <p className={styles.wait}>{strings.shell.retryIn(seconds)}</p>}
    </div>
  );
}

/** The seconds that whoever asked too often has to wait; the others may try when they like. */
function useCountdown(error: Error): number {
  const wait = error instanceof ApiError && error.status === 429 ? (error.retryAfterSeconds ?? 0) : 0;
  const [since, setSince] = useState({ error, at: Date.now(), now: Date.now() });
  if (since.error !== error) setSince({ error, at: Date.now(), now: Date.now() });
  const left = Math.max(0, wait - Math.floor((since.now - since.at) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setSince((known) => ({ ...known, now: Date.now() })), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
