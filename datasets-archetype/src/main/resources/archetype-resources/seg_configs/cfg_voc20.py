# PASCAL VOC 2012, 20 classes, without background.
# Written by the Datasets Maven Plugin; values: github ExplainableML/cosmos, commit c80348f0, src/training/seg_configs/cfg_voc20.py.
_base_ = './base_config.py'

model = dict(
    name_path='@segConfigs@/cls_voc20.txt',
)

dataset_type = 'PascalVOC20Dataset'
data_root = '@segmentationRoot@/VOCdevkit/VOC2012'

# Label maps are loaded after resizing and so keep their own size.
test_pipeline = [
    dict(type='LoadImageFromFile'),
    dict(type='Resize', scale=(2048, 336), keep_ratio=True),
    dict(type='LoadAnnotations'),
    dict(type='PackSegInputs'),
]

test_dataloader = dict(
    batch_size=1,
    num_workers=4,
    persistent_workers=True,
    sampler=dict(type='DefaultSampler', shuffle=False),
    dataset=dict(
        type=dataset_type,
        data_root=data_root,
        data_prefix=dict(img_path='JPEGImages', seg_map_path='SegmentationClass'),
        ann_file='ImageSets/Segmentation/val.txt',
        pipeline=test_pipeline,
    ),
)
