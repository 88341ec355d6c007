import type { Ref } from 'react';
import { useStrings } from '../i18n/strings';
import styles from './Honeypot.module.css';

/** A field that no person sees or reaches: whoever fills it is a robot, and is thanked and never shown. */
export function Honeypot({ ref }: { ref: Ref<HTMLInputElement> }) {
  const { composer } = useStrings();
  return (
    <div className={styles.away} aria-hidden="true">
      <label>
        {composer.honeypot}
        <input ref={ref} name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
