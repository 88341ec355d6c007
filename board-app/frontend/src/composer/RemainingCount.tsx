import { Text } from 'react-aria-components';
import { useStrings } from '../i18n/strings';
import styles from './Field.module.css';
import { codePoints } from './newMessage';

const NEAR = 0.1;

/** Silent until a tenth of the room is left. */
export function RemainingCount({ text, limit }: { text: string; limit: number }) {
  const { composer } = useStrings();
  const remaining = limit - codePoints(text);
  return (
    <Text slot="description" className={styles.count ?? ''}>
      {remaining < 0 && composer.tooLong(-remaining)}
      {remaining >= 0 && remaining <= limit * NEAR && composer.remaining(remaining)}
    </Text>
  );
}
