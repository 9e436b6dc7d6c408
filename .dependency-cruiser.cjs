/** The house rules of imports: downwards only, no cycles, each door in one place. Every comment is the reason shown on a breach. */
const layers = ['app', 'features', 'operations', 'entities'];
const foundation = ['db', 'platform', 'ui'];
const slices = (layer, reason) => ({
  name: `no-neighbours-in-${layer}`,
  severity: 'error',
  comment: reason,
  from: { path: `^renderer/${layer}/([^/]+)/` },
  to: { path: `^renderer/${layer}/`, pathNot: `^renderer/${layer}/$1/` },
});
const upwards = layers.concat('foundation').flatMap((layer, index) => {
  const above = layers.slice(0, index).join('|');
  if (above === '') return [];
  const from =
    layer === 'foundation' ? `^renderer/(${foundation.join('|')}|lib|worker)/` : `^renderer/${layer}/`;
  return [
    {
      name: `only-downwards-from-${layer}`,
      severity: 'error',
      comment:
        'Imports go only downwards: app → features → operations → entities → db, platform, ui → lib → shared.',
      from: { path: from, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^renderer/(${above})/` },
    },
  ];
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no bottom: neither part can be understood or moved alone. Type imports count.',
      from: {},
      to: { circular: true },
    },
    ...upwards,
    slices('features', 'Features do not know each other: the app layer brings them together.'),
    slices('entities', 'Entities do not know each other: an operation writes over several.'),
    ...['db', 'platform', 'ui'].map((one) => ({
      name: `foundation-apart-${one}`,
      severity: 'error',
      comment:
        'db, platform and ui stand side by side and do not import each other (db may call platform: the journal).',
      from: { path: `^renderer/${one}/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^renderer/(${foundation.filter((other) => other !== one && !(one === 'db' && other === 'platform')).join('|')})/`,
      },
    })),
    {
      name: 'lib-at-the-bottom',
      severity: 'error',
      comment: 'lib holds helpers that know nothing of the app.',
      from: { path: '^renderer/lib/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^renderer/(?!lib/)' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared runs in both worlds: no electron, Node, DOM library, React or Dexie.',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(electron|renderer|test)/|node_modules/(electron|react|react-dom|dexie|@mui)/|^node:',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shared-needs-no-node',
      severity: 'error',
      comment: 'shared runs in the renderer too, where there is no Node.',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'worlds-apart-main',
      severity: 'error',
      comment: 'The main process never imports the renderer.',
      from: { path: '^electron/', pathNot: '\\.test\\.ts$' },
      to: { path: '^renderer/' },
    },
    {
      name: 'worlds-apart-renderer',
      severity: 'error',
      comment: 'The renderer reaches the outside world only through the preload.',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^electron/|^node_modules/electron/' },
    },
    {
      name: 'renderer-needs-no-node',
      severity: 'error',
      comment: 'The renderer is sandboxed: Node is not there.',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'dexie-below-features',
      severity: 'error',
      comment: 'Only db, entities and operations touch the tables.',
      from: { path: '^renderer/(app|features|ui|lib|platform)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'Product code does not depend on tests.',
      from: { path: '^(electron|renderer|shared)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
