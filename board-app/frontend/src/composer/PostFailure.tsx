import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import { fieldErrorsOf, otherErrorsOf } from './refusal';

interface PostFailureProps {
  error: Error;
  onRetry: () => void;
}

/** Why a post failed, unless the fields already say all of it. */
export function PostFailure({ error, onRetry }: PostFailureProps) {
  const { composer } = useStrings();
  const others = otherErrorsOf(error);
  if (fieldErrorsOf(error).length > 0 && others.length === 0) return null;
  return (
    <Failure error={error} onRetry={onRetry}>
      {others.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{composer.textKept}</p>
    </Failure>
  );
}
