import { type AstroComponentFactory, render } from 'astro/runtime/server/index.js';
import type { Mission } from '../model/mission.ts';
import type { Site } from '../site/site.ts';

/** Parts of the mission’s page that its story may place by itself, as `<Voice/>`; else each stands where it does by default. */
export type Part = 'Pillars' | 'Alignment' | 'Impact' | 'Voice' | 'Revisions';

/** Parts as the story calls them, and which of them it has shown so far. */
export interface StoryParts {
  components: Readonly<Record<Part, AstroComponentFactory>>;
  shown: ReadonlySet<Part>;
}

/** Makes components that need no props and are shown at most once, however often the story calls them. */
export function storyParts(
  parts: Readonly<Record<Part, AstroComponentFactory>>,
  props: { site: Site; mission: Mission },
): StoryParts {
  const shown = new Set<Part>();
  const inStory = (name: Part): AstroComponentFactory => {
    const once: AstroComponentFactory = (result, own, slots) => {
      if (shown.has(name)) return render``;
      shown.add(name);
      return parts[name](result, { ...own, ...props }, slots);
    };
    return Object.assign(once, parts[name]);
  };
  const components = {
    Pillars: inStory('Pillars'),
    Alignment: inStory('Alignment'),
    Impact: inStory('Impact'),
    Voice: inStory('Voice'),
    Revisions: inStory('Revisions'),
  };
  return { components, shown };
}
