import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components';
import { type Control, useController } from 'react-hook-form';
import type { Draft } from './draft';
import styles from './Field.module.css';
import { RemainingCount } from './RemainingCount';

interface FieldProps {
  control: Control<Draft>;
  name: keyof Draft;
  label: string;
  limit: number;
  isReadOnly: boolean;
  autoComplete?: string;
  multiline?: boolean;
}

/** A labelled field with its error and, near the limit, the number of characters left. It never cuts text off. */
export function Field({ control, name, label, limit, isReadOnly, autoComplete, multiline }: FieldProps) {
  const { field, fieldState } = useController({ control, name });
  const { ref, ...value } = field;
  return (
    <TextField
      {...value}
      isInvalid={fieldState.invalid}
      isReadOnly={isReadOnly}
      autoComplete={autoComplete ?? 'off'}
      validationBehavior="aria"
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {multiline ? (
        <TextArea ref={ref} className={styles.input ?? ''} rows={4} dir="auto" />
      ) : (
        <Input ref={ref} className={styles.input ?? ''} dir="auto" />
      )}
      <div className={styles.below}>
        <FieldError className={styles.error ?? ''}>{fieldState.error?.message}</FieldError>
        <RemainingCount text={field.value} limit={limit} />
      </div>
    </TextField>
  );
}
