import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../ui/skeleton';
import classes from './home.module.css';

/** A small picture of a diagram that follows the theme. bpmn-js is loaded only when the first one is shown. */
export function DiagramThumbnail({ xml, label }: { readonly xml: string; readonly label: string }) {
  const picture = useQuery({
    queryKey: ['diagram-picture', xml],
    queryFn: async () => (await import('./draw-diagram')).drawDiagram(xml),
    staleTime: Infinity,
    retry: false,
  });
  if (picture.isPending) return <Skeleton height={120} />;
  if (picture.isError) return <div className={classes['thumbnail']} role="img" aria-label={label} />;
  return (
    <div
      className={classes['thumbnail']}
      role="img"
      aria-label={label}
      // Drawn by bpmn-js from the model: labels are SVG text nodes, never markup of the file.
      dangerouslySetInnerHTML={{ __html: picture.data }}
    />
  );
}
