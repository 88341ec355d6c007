import { valibotResolver } from '@hookform/resolvers/valibot';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useForm } from 'react-hook-form';
import type { Message, NewMessage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { usePostMessage } from '../message/useWrites';
import { useAnnounce } from '../shell/Announcer';
import { PendingButton } from '../shell/PendingButton';
import { useBoardConfig } from '../shell/useBoardConfig';
import styles from './Composer.module.css';
import { type Draft, loadDraft, saveDraft } from './draft';
import { Field } from './Field';
import { Honeypot } from './Honeypot';
import { forgetAttempt, idempotencyKeyFor } from './idempotencyKey';
import { AUTHOR_LIMIT, newMessageSchema } from './newMessage';
import { PostFailure } from './PostFailure';
import { Preview } from './Preview';
import { fieldErrorsOf } from './refusal';
import { ShortcutHint } from './ShortcutHint';
import { isPostShortcut } from './shortcut';

interface ComposerProps {
  /** What is answered; without it the message stands for itself. */
  parent?: Message;
  onDone?: () => void;
}

/** Where a message is written. Its text outlives errors and reloads: only a successful post empties it. */
export function Composer({ parent, onDone }: ComposerProps) {
  const strings = useStrings();
  const { composer } = strings;
  const { maxMessageLength, markup, posting } = useBoardConfig();
  const announce = useAnnounce();
  const post = usePostMessage();
  const inFlight = useRef(false);
  const honeypot = useRef<HTMLInputElement>(null);
  const [isHeld, setHeld] = useState(false);
  const form = useForm<Draft>({
    defaultValues: loadDraft(parent?.id),
    resolver: valibotResolver(newMessageSchema(strings, maxMessageLength)),
  });
  const { control, handleSubmit, reset, setError, setFocus, watch } = form;

  useEffect(() => {
    const subscription = watch((draft) => saveDraft(draft, parent?.id));
    return () => subscription.unsubscribe();
  }, [watch, parent?.id]);

  useEffect(() => {
    if (parent) setFocus(loadDraft().author ? 'body' : 'author');
  }, [parent, setFocus]);

  const send = async (draft: Draft) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setHeld(false);
    const website = honeypot.current?.value;
    const message: NewMessage = {
      ...draft,
      ...(parent && { parentId: parent.id }),
      ...(website && { website }),
    };
    try {
      const { isHeld: isWaiting } = await post.mutateAsync({
        message,
        idempotencyKey: idempotencyKeyFor(message),
      });
      forgetAttempt();
      reset({ author: draft.author, body: '' }, { keepFieldsRef: true });
      setHeld(isWaiting);
      announce(isWaiting ? composer.held : composer.posted);
      if (parent && !isWaiting) onDone?.();
      else setFocus('body');
    } catch (error) {
      fieldErrorsOf(error).forEach(([field, text], index) => {
        setError(field, { message: text }, { shouldFocus: index === 0 });
      });
    } finally {
      inFlight.current = false;
    }
  };
  const submit = handleSubmit(send);

  if (posting === 'closed') return <p className={styles.note}>{composer.closed}</p>;
  return (
    <form
      className={parent ? styles.reply : styles.composer}
      aria-label={parent ? composer.replyHeading(parent.author) : composer.heading}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (isPostShortcut(event.nativeEvent)) void submit(event);
        else if (event.key === 'Escape') onDone?.();
      }}
    >
      <Field
        control={control}
        name="author"
        label={composer.author}
        limit={AUTHOR_LIMIT}
        isReadOnly={post.isPending}
        autoComplete="nickname"
      />
      <Field
        control={control}
        name="body"
        label={parent ? composer.replyBody : composer.body}
        limit={maxMessageLength}
        isReadOnly={post.isPending}
        multiline
      />
      <Honeypot ref={honeypot} />
      {markup === 'markdown' && <Preview text={watch('body')} />}
      {posting === 'moderated' && !isHeld && <p className={styles.note}>{composer.moderated}</p>}
      {isHeld && (
        <p className={styles.held} role="status">
          {composer.held}
        </p>
      )}
      {post.error && <PostFailure error={post.error} onRetry={submit} />}
      <div className={styles.actions}>
        <ShortcutHint />
        {parent && (
          <Button className="button" onPress={() => onDone?.()}>
            {composer.cancel}
          </Button>
        )}
        <PendingButton type="submit" className="button primary" isPending={post.isPending}>
          {post.isPending ? composer.posting : parent ? composer.postReply : composer.post}
        </PendingButton>
      </div>
    </form>
  );
}
