def project = new File(basedir, 'project/own-choice')
def text = { String name -> new File(project, name).getText('UTF-8') }

// Aliases became ids, once each; a task without a dataset left nothing behind.
def pom = new groovy.xml.XmlSlurper().parseText(text('pom.xml'))
def plugin = pom.build.plugins.plugin.find { it.artifactId == 'datasets-maven-plugin' }
assert plugin.configuration.datasets.dataset*.text() == ['oxford_pets', 'cityscapes', 'coco_object']
assert new File(project, 'src/main/java/own').list().sort() == ['classification', 'data', 'model', 'package-info.java', 'results', 'segmentation']
assert new File(project, 'seg_configs').list().sort() ==
        ['base_config.py', 'cfg_city_scapes.py', 'cfg_coco_object.py', 'cls_city_scapes.txt', 'cls_coco_object.txt']

// A root in the project: Maven finds it from anywhere, Python reads it, Git leaves it alone.
assert pom.profiles.profile[1].properties.'datasets.root' == '${project.basedir}/it\'s here'
assert text('seg_configs/cfg_city_scapes.py').contains("/own-choice/it\\'s here/segmentation/cityscapes'")
assert text('.gitignore').endsWith("\n/it's here/\n")
