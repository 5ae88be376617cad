import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';
import { Anchor, type AnchorProps } from '../../ui/anchor';

type Props = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

const TextAnchor = forwardRef<HTMLAnchorElement, Props>(function TextAnchor(props, ref) {
  return <Anchor size="sm" ref={ref} {...props} />;
});

/** A link in text that leads to another page; takes the router's `to`, `params` and `search`. */
export const TextLink = createLink(TextAnchor);
