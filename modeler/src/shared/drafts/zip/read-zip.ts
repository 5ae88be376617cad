import { unzipSync, type UnzipFileInfo } from 'fflate';
import { t } from '../../../language/texts';

/** What a zip may be: more is refused before anything is unpacked. Sizes in bytes. */
export const zipLimits = {
  archiveBytes: 50 * 1024 * 1024,
  entries: 500,
  fileBytes: 10 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  /** How many times larger a file may be than it is packed; models written by tools reach 30. */
  ratio: 200,
  /** Folders inside each other, as many as the server keeps. */
  depth: 9,
} as const;

/** A file of a zip. */
export interface ZipEntry {
  /** The folders around it, from the outside in. */
  readonly folders: readonly string[];
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that systems put beside those of people. */
const isLitter = (path: string): boolean => /(^|\/)(__MACOSX|\.[^./][^/]*|Thumbs\.db|desktop\.ini)(\/|$)/i.test(path);

/** A small file packs as well as it likes. */
const ratioFreeBytes = 64 * 1024;

/**
 * Unpacks a zip. A file that says it is smaller than it is does not get more room than it says.
 *
 * @throws {Error} a sentence for people, when it is no zip, or larger, deeper or more tightly packed than {@link zipLimits} allow
 */
export function readZip(name: string, archive: Uint8Array): readonly ZipEntry[] {
  const refuse = (what: string): never => {
    throw new Error(t('{{name}} is not opened: {{reason}}', { name, reason: what }));
  };
  if (archive.length > zipLimits.archiveBytes)
    refuse(
      t('it has {{size}} MB, expected at most {{most}} MB.', {
        size: megabytes(archive.length),
        most: megabytes(zipLimits.archiveBytes),
      }),
    );
  let problem: string | null = null;
  let entries = 0;
  let total = 0;
  const take = ({ name: path, size, originalSize }: UnzipFileInfo): boolean => {
    if (problem !== null || path.endsWith('/') || isLitter(path)) return false;
    entries += 1;
    total += originalSize;
    problem =
      entries > zipLimits.entries
        ? t('it has more than {{most}} files.', { most: zipLimits.entries })
        : originalSize > zipLimits.fileBytes
          ? t('{{path}} has {{size}} MB, expected at most {{most}} MB.', {
              path,
              size: megabytes(originalSize),
              most: megabytes(zipLimits.fileBytes),
            })
          : total > zipLimits.totalBytes
            ? t('its files have more than {{most}} MB together.', { most: megabytes(zipLimits.totalBytes) })
            : originalSize > ratioFreeBytes && originalSize > size * zipLimits.ratio
              ? t('{{path}} is packed more than {{most}} times smaller than it is, as only harmful files are.', {
                  path,
                  most: zipLimits.ratio,
                })
              : path.split(/[/\\]/).length - 1 > zipLimits.depth
                ? t('{{path}} lies deeper than {{most}} folders.', { path, most: zipLimits.depth })
                : null;
    return problem === null;
  };
  let files: Readonly<Record<string, Uint8Array>> = {};
  try {
    // Here and not in a worker: what that is made from is forbidden by the content security policy.
    files = unzipSync(archive, { filter: take });
  } catch {
    refuse(t('it cannot be read as a zip. Pack it again.'));
  }
  if (problem !== null) refuse(problem);
  return Object.entries(files).map(([path, bytes]) => {
    // Nothing is written to a disk; what climbs out of the zip just has no folders there.
    const steps = path.split(/[/\\]/).filter((step) => step.trim() !== '' && step !== '.' && step !== '..');
    return { folders: steps.slice(0, -1), name: steps.at(-1) ?? path, bytes };
  });
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);
