import type { Element } from 'hast';
import type { Rule } from './rule.ts';
import { isBlank } from './tree.ts';

/** A checkbox shows a task's state when it comes first in a list item; anywhere else it goes. */
export const task: Rule = (node, { words }, parents) => {
  const [list, item] = itemAround(node, parents);
  if (list === undefined || item === undefined || node.properties['type'] !== 'checkbox') return [];
  const isDone = Boolean(node.properties['checked']);
  list.properties['className'] = ['contains-task-list'];
  item.properties['className'] = ['task-list-item'];
  node.properties = {
    type: 'checkbox',
    checked: isDone,
    disabled: true,
    ariaLabel: isDone ? words.done : words.toDo,
  };
  return [node];
};

/** The list and the item that a checkbox opens, be it directly or in the item's first paragraph. */
function itemAround(node: Element, parents: readonly Element[]): [Element?, Element?] {
  const path = parents.at(-1)?.tagName === 'p' ? parents.slice(0, -1) : parents;
  const [list, item] = path.slice(-2);
  if (list === undefined || item?.tagName !== 'li') return [];
  const opens = [...parents.slice(path.length), node].every((inner, depth) => {
    const holder = depth === 0 ? item : parents.at(-1);
    return holder?.children.find((child) => !isBlank(child)) === inner;
  });
  return opens ? [list, item] : [];
}
