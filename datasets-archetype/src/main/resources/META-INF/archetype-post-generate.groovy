/*
 * Runs when all files are there: checks the values (the archetype plugin does not, in batch mode), fills in what depends on them,
 * and takes away what belongs to tasks that were not chosen. When a value is wrong nothing of what was generated stays.
 */

def CATALOGUE = [
    coco           : [task: 'retrieval', aliases: ['mscoco']],
    flickr30k      : [task: 'retrieval', aliases: ['flickr', 'flickr30k-images']],
    imagenet       : [task: 'classification', aliases: ['imagenet-1k', 'imagenet-val']],
    food101        : [task: 'classification', aliases: ['food-101']],
    cifar10        : [task: 'classification', aliases: []],
    cifar100       : [task: 'classification', aliases: []],
    sun397         : [task: 'classification', aliases: []],
    stanford_cars  : [task: 'classification', aliases: ['stanford_car', 'cars']],
    fgvc_aircraft  : [task: 'classification', aliases: ['aircraft']],
    dtd            : [task: 'classification', aliases: []],
    oxford_pets    : [task: 'classification', aliases: ['pets']],
    caltech101     : [task: 'classification', aliases: []],
    flowers102     : [task: 'classification', aliases: ['flowers']],
    voc2012        : [task: 'segmentation', aliases: ['VOCdevkit/VOC2012', 'voc20', 'voc21'], configs: ['voc20', 'voc21']],
    voc2010_context: [task: 'segmentation', aliases: ['VOCdevkit/VOC2010', 'context59', 'context60', 'pascal_context'],
                      configs: ['context59', 'context60']],
    coco_stuff164k : [task: 'segmentation', aliases: [], configs: ['coco_stuff164k']],
    coco_object    : [task: 'segmentation', aliases: [], configs: ['coco_object']],
    cityscapes     : [task: 'segmentation', aliases: ['city_scapes'], configs: ['city_scapes']],
    ade20k         : [task: 'segmentation', aliases: ['ade'], configs: ['ade20k']],
]
def TASKS = ['retrieval', 'classification', 'segmentation']
def ALL = 'all'

def KNOWN = [
    tasks   : TASKS.join(', '),
    datasets: "${CATALOGUE.keySet().join(', ')}, the groups ${TASKS.join(', ')}, and ${ALL}",
]

// The defaults of archetype-metadata.xml: whoever leaves one alone gets what fits the other.
def DEFAULT_DATASETS = 'coco,cifar10,voc2012'
def DEFAULT_TASKS = TASKS.join(',')

def value = { String name -> (request.getProperties().getProperty(name) ?: '').trim() }
def listed = { String text -> text.split(',').collect { it.trim() }.findAll { it } }
def project = new File(request.getOutputDirectory(), request.getArtifactId()).canonicalFile
def problems = []

// ---- what was asked for

def distance = { String a, String b ->
    def previous = (0..b.length()).toList()
    a.eachWithIndex { c, i ->
        def current = [i + 1]
        b.eachWithIndex { d, j ->
            current << [previous[j + 1] + 1, current[j] + 1, previous[j] + (c == d ? 0 : 1)].min()
        }
        previous = current
    }
    previous.last()
}
def unknown = { String property, String name, Collection known ->
    def nearest = known.min { distance(name.toLowerCase(Locale.ROOT), it.toLowerCase(Locale.ROOT)) }
    problems << "${property}: '${name}' is not known; did you mean '${nearest}'? Known are ${KNOWN[property]}."
}

def tasks = listed(value('tasks')).unique()
tasks.findAll { !TASKS.contains(it) }.each { unknown('tasks', it, TASKS) }
if (tasks.isEmpty()) {
    problems << "tasks: none is given. Known are ${KNOWN.tasks}."
}

def idsOf = { String name ->
    if (name == ALL) {
        return CATALOGUE.findAll { tasks.contains(it.value.task) }.keySet()
    }
    if (TASKS.contains(name)) {
        return CATALOGUE.findAll { it.value.task == name }.keySet()
    }
    CATALOGUE.findAll { it.key == name || it.value.aliases.contains(name) }.keySet()
}
def names = listed(value('datasets')).unique()
def ids = []
names.each { name ->
    def found = idsOf(name)
    if (found.isEmpty() && name != ALL) {
        unknown('datasets', name, CATALOGUE.keySet() + CATALOGUE.values().collectMany { it.aliases } + TASKS + [ALL])
    }
    ids.addAll(found)
}
ids = ids.unique()
if (names.isEmpty()) {
    problems << "datasets: none is given. Known are ${KNOWN.datasets}."
}
if (problems.isEmpty()) {
    if (names.join(',') == DEFAULT_DATASETS) {
        ids = ids.findAll { tasks.contains(CATALOGUE[it].task) }
    }
    if (tasks.join(',') == DEFAULT_TASKS) {
        tasks = TASKS.findAll { task -> ids.any { CATALOGUE[it].task == task } }
    }
    ids.findAll { !tasks.contains(CATALOGUE[it].task) }.each {
        problems << "datasets: '${it}' is for ${CATALOGUE[it].task}, which tasks (${tasks.join(', ')}) leaves out;" +
                " add the task or drop the dataset."
    }
    tasks.findAll { task -> !ids.any { CATALOGUE[it].task == task } }.each { task ->
        problems << "tasks: '${task}' has no dataset in datasets (${ids.join(', ')}); add one of" +
                " ${CATALOGUE.findAll { it.value.task == task }.keySet().join(', ')}, or drop the task."
    }
}

def javaPackage = request.getPackage()
if (!javax.lang.model.SourceVersion.isName(javaPackage)) {
    def possible = javaPackage.split('[.]').collect { part ->
        def letters = part.replaceAll('[^\\p{Alnum}_]', '_')
        letters.matches('\\d.*') || javax.lang.model.SourceVersion.isKeyword(letters) ? '_' + letters : letters
    }
    problems << "package: '${javaPackage}' is no name of a Java package; -Dpackage=${possible.join('.')} would be one."
}

def root = value('datasetRoot')
def isExpression = { it.startsWith('${') }
def resolved = root
if (root.startsWith('~/') || root == '~') {
    root = '${user.home}' + root.substring(1)
}
def expressions = (root =~ /\$\{[^}]*\}?/).collect { it.toString() }
def bad = expressions.findAll { !(it ==~ /\$\{(user\.home|project\.basedir|env\.\w+)\}/) }
if (root.isEmpty()) {
    problems << 'datasetRoot: it is blank. Give a folder, for example ${user.home}/datasets.'
} else if (root.any { Character.isISOControl(it as char) }) {
    problems << "datasetRoot: '${root.replaceAll('\\p{Cntrl}', '?')}' has a line break or another control character in it."
} else if (!bad.isEmpty()) {
    problems << "datasetRoot: '${root}' has ${bad[0]} in it; of expressions only " +
            '${user.home}, ${project.basedir} and ${env.NAME} can be used.'
} else {
    if (!new File(root).isAbsolute() && !isExpression(root)) {
        root = '${project.basedir}/' + root
    }
    resolved = root.replace('${user.home}', System.getProperty('user.home')).replace('${project.basedir}', project.path)
    resolved = resolved.replaceAll(/\$\{env\.(\w+)\}/) { whole, name -> System.getenv(name) ?: whole }
    resolved = new File(resolved).toPath().normalize().toString()
    if (new File(resolved).toPath().startsWith(new File(project, 'target').toPath())) {
        problems << "datasetRoot: '${root}' is inside of target, which mvn clean deletes; give a folder outside."
    }
}

if (!problems.isEmpty()) {
    // The generator refuses a folder with a pom.xml, so that file was written by this run, before all others: what is as old or
    // younger is ours, and what is older was there before.
    def start = new File(project, 'pom.xml').lastModified()
    project.traverse(type: groovy.io.FileType.FILES) {
        if (start > 0 && it.lastModified() >= start) {
            it.delete()
        }
    }
    def folders = []
    project.traverse(type: groovy.io.FileType.DIRECTORIES) { folders << it }
    folders.sort { -it.path.length() }.each { it.delete() }
    project.delete()
    def parent = new File(project.parentFile, 'pom.xml')
    if (parent.file) {
        parent.setText(parent.getText('UTF-8').replaceAll("\\s*<module>${project.name}</module>", ''), 'UTF-8')
    }
    throw new IllegalArgumentException('No project was generated in ' + project + ':\n  - ' + problems.join('\n  - '))
}

// ---- filling in

def read = { File file -> file.getText('UTF-8').replace('\r\n', '\n') }
def write = { File file, String text -> file.setText(text, 'UTF-8') }
def choose = { String text ->
    text.replaceAll(/(?m)^[ ]*<!-- @if (\w+)@ -->\n(?s:(.*?))^[ ]*<!-- @end@ -->\n/) { whole, task, body ->
        tasks.contains(task) ? body : ''
    }
}
def xml = { String text -> text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;') }

def pom = new File(project, 'pom.xml')
def pomText = choose(read(pom))
def datasetLines = ids.collect { "            <dataset>${it}</dataset>\n" }.join('')
write(pom, pomText.replace('            <dataset>@datasets@</dataset>\n', datasetLines).replace('@datasetRoot@', xml(root)))

def readme = new File(project, 'README.md')
write(readme, choose(read(readme))
        .replace('@artifactId@', request.getArtifactId())
        .replace('@datasetNames@', ids.collect { "`${it}`".toString() }.join(', '))
        .replace('@datasetRoot@', root)
        .replace('@pluginVersion@', request.getArchetypeVersion()))

if (root.startsWith('${project.basedir}/')) {
    def folder = new File(project.path).toPath().relativize(new File(resolved).toPath()).toString().replace('\\', '/')
    if (!folder.startsWith('..')) {
        def ignored = new File(project, '.gitignore')
        write(ignored, read(ignored) + "/${folder}/\n")
    }
}

def configs = new File(project, 'seg_configs')
def python = { String text -> text.replace('\\', '\\\\').replace("'", "\\'") }
def wanted = ids.collectMany { CATALOGUE[it].configs ?: [] }
def lists = []
configs.listFiles().findAll { it.name.startsWith('cfg_') }.each { config ->
    if (wanted.contains(config.name.replaceAll('^cfg_|[.]py$', ''))) {
        def text = read(config)
        lists << (text =~ /@segConfigs@\/(\w+\.txt)/)[0][1]
        write(config, text.replace('@segConfigs@', python(configs.path))
                .replace('@segmentationRoot@', python(new File(resolved, 'segmentation').path)))
    } else {
        config.delete()
    }
}
configs.listFiles().findAll { it.name.startsWith('cls_') && !lists.contains(it.name) }.each { it.delete() }

// ---- taking away

def packageFolder = javaPackage.replace('.', '/')
TASKS.findAll { !tasks.contains(it) }.each { task ->
    ['src/main/java/' + packageFolder, 'src/test/java/' + packageFolder, 'src/test/resources'].each {
        new File(project, "${it}/${task}").deleteDir()
    }
}
if (!tasks.contains('classification')) {
    new File(project, 'src/main/resources').deleteDir()
}
if (!tasks.contains('segmentation')) {
    configs.deleteDir()
}
