# PASCAL Context (VOC 2010), 59 classes, without background.
# Written by the Datasets Maven Plugin; values: github ExplainableML/cosmos, commit c80348f0, src/training/seg_configs/cfg_context59.py.
_base_ = './base_config.py'

model = dict(
    name_path='@segConfigs@/cls_context59.txt',
)

dataset_type = 'PascalContext59Dataset'
data_root = '@segmentationRoot@/VOCdevkit/VOC2010'

# Label maps are loaded after resizing and so keep their own size.
test_pipeline = [
    dict(type='LoadImageFromFile'),
    dict(type='Resize', scale=(2048, 336), keep_ratio=True),
    dict(type='LoadAnnotations', reduce_zero_label=True),
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
        data_prefix=dict(img_path='JPEGImages', seg_map_path='SegmentationClassContext'),
        ann_file='ImageSets/SegmentationContext/val.txt',
        pipeline=test_pipeline,
    ),
)
