import { useEffect } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { useAnnounce } from './Announcer';

type PendingButtonProps = Omit<ButtonProps, 'isPending' | 'children'> & {
  isPending: boolean;
  children: string;
};

/**
 * While what it started is on its way it keeps its place and the focus, says so, and starts nothing else. React Aria's own
 * `isPending` lets a hidden element say it that refers to the button, which may be gone by then: axe objects.
 */
export function PendingButton({ isPending, type = 'button', children, ...props }: PendingButtonProps) {
  const announce = useAnnounce();
  useEffect(() => {
    if (isPending) announce(children);
  }, [isPending, children, announce]);
  const idle = isPending ? { onPress: () => {}, 'aria-disabled': true } : { type };
  return (
    <Button {...props} {...idle}>
      {children}
    </Button>
  );
}
