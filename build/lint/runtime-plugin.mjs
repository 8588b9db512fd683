// A lint rule of our own, for what the ready-made rules cannot see.

function isTrue(node) {
  return node?.type === 'Literal' && node.value === true;
}

/** Node 18.15, which the oldest runtime carries, ignores this option without a word and lists the top level only. */
const noRecursiveReaddir = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      CallExpression(node) {
        const callee = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
        if (!/^(readdir|readdirSync|opendir|opendirSync)$/.test(callee.name ?? '')) return;
        for (const argument of node.arguments) {
          if (argument.type !== 'ObjectExpression') continue;
          const recursive = argument.properties.find((property) => property.key?.name === 'recursive');
          if (isTrue(recursive?.value)) {
            context.report({
              node: recursive,
              message: 'Recursive listing is silently ignored by Node 18.15: walk the folders by hand.',
            });
          }
        }
      },
    };
  },
};

export default { meta: { name: 'runtime' }, rules: { 'no-recursive-readdir': noRecursiveReaddir } };
