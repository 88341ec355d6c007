import { useStrings } from '../i18n/strings';
import styles from './ShortcutHint.module.css';

export function ShortcutHint() {
  const { composer } = useStrings();
  const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return (
    <p className={styles.hint}>
      <kbd>{modifier}</kbd> <kbd>Enter</kbd> {composer.shortcut}
    </p>
  );
}
