def project = new File(basedir, 'project/all-tasks')
def text = { String name -> new File(project, name).getText('UTF-8') }
def names = { String folder -> new File(project, folder).list().sort() }

// The log is of the build that ran before this script.
assert project.list().sort() - 'build.log' ==
        ['.gitattributes', '.gitignore', '.mvn', 'README.md', 'datasets.lock.json', 'pom.xml', 'seg_configs', 'src']
assert names('src/main/java/org/example') == ['classification', 'data', 'model', 'package-info.java', 'results', 'retrieval', 'segmentation']
assert names('src/test/resources') == ['classification', 'model', 'retrieval', 'segmentation']
assert names('src/main/resources/classes') == ['flowers102-classes.txt', 'imagenet-classes.txt']
assert names('seg_configs') == ['base_config.py', 'cfg_voc20.py', 'cfg_voc21.py', 'cls_voc20.txt', 'cls_voc21.txt']

def pom = new groovy.xml.XmlSlurper().parseText(text('pom.xml'))
def plugin = pom.build.plugins.plugin.find { it.artifactId == 'datasets-maven-plugin' }
assert plugin.version == new File(basedir, '../../../../pom.xml').text.find(/<version>([^<]+)</) { it[1] }
assert plugin.configuration.datasets.dataset*.text() == ['coco', 'cifar10', 'voc2012']
assert plugin.executions.execution.phase == 'pre-integration-test'
assert pom.profiles.profile*.id*.text() == ['sample', 'real']
assert pom.profiles.profile[1].properties.'datasets.root' == '${user.home}/datasets'

def home = System.getProperty('user.home')
assert text('seg_configs/cfg_voc20.py').contains("data_root = '${new File(home, 'datasets/segmentation')}/VOCdevkit/VOC2012'")
assert text('seg_configs/cfg_voc20.py').contains("name_path='${new File(project, 'seg_configs').canonicalPath}/cls_voc20.txt'")

// Velocity takes headings and dollar signs for its own where it may.
assert text('README.md').startsWith('# all-tasks\n')
assert text('README.md').contains('\n## Try it\n')
assert text('README.md').contains('`coco`, `cifar10`, `voc2012`')

project.traverse(type: groovy.io.FileType.FILES) { file ->
    assert !(file.name.endsWith('.java') && file.text.contains('${package}')): file
    assert !(file.getText('UTF-8') =~ /@(if|end|datasets|datasetRoot|artifactId|pluginVersion|segConfigs|segmentationRoot|[a-z.]+version)\b/): file
}
