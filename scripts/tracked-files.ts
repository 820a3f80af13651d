import { execFileSync } from 'node:child_process';

/**
 * The files that belong to the project, for the package of its sources: what git tracks, so that nothing that only lies
 * about is given away. Everything, where there is no git, as in that package itself.
 */
export function trackedFiles(): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list.split('\0').filter(Boolean);
  } catch {
    return ['**/*'];
  }
}
