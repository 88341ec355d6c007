import { Component, type ReactNode } from 'react';
import { useStrings } from '../i18n/strings';
import styles from './Failure.module.css';

/** A defect of the page ends in a sentence and a way out, never in a blank page. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { shell } = useStrings();
  return (
    <main className="page">
      <div className={styles.failure} role="alert">
        <div className={styles.text}>
          <p className={styles.title}>{shell.crashed}</p>
          <p>{shell.crashedDetail}</p>
        </div>
        <a className="button" href="/">
          {shell.reload}
        </a>
      </div>
    </main>
  );
}
