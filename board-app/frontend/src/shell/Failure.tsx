import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useStrings } from '../i18n/strings';
import { describeError } from './describeError';
import styles from './Failure.module.css';

interface FailureProps {
  error: Error;
  /** Replaces the error's own title. */
  title?: string | undefined;
  onRetry?: () => void;
  isRetrying?: boolean;
  children?: ReactNode;
}

/** Tells what went wrong, in the server's words where it has some, and offers to try again. */
export function Failure({ error, title, onRetry, isRetrying = false, children }: FailureProps) {
  const strings = useStrings();
  const description = describeError(error, strings);
  return (
    <div className={styles.failure} role="alert">
      <div className={styles.text}>
        <p className={styles.title}>{title ?? description.title}</p>
        <p>{description.detail}</p>
        {children}
        {description.traceId && (
          <p className={styles.reference}>{strings.shell.reference(description.traceId)}</p>
        )}
      </div>
      {onRetry && (
        <Button className="button" isPending={isRetrying} onPress={() => onRetry()}>
          {isRetrying ? strings.shell.retrying : strings.shell.retry}
        </Button>
      )}
    </div>
  );
}
