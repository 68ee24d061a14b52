# Cityscapes, 19 classes, without background.
# Written by the Datasets Maven Plugin; values: github ExplainableML/cosmos, commit c80348f0, src/training/seg_configs/cfg_city_scapes.py.
_base_ = './base_config.py'

model = dict(
    name_path='@segConfigs@/cls_city_scapes.txt',
)

dataset_type = 'CityscapesDataset'
data_root = '@segmentationRoot@/cityscapes'

# Label maps are loaded after resizing and so keep their own size.
test_pipeline = [
    dict(type='LoadImageFromFile'),
    dict(type='Resize', scale=(2048, 560), keep_ratio=True),
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
        data_prefix=dict(img_path='leftImg8bit/val', seg_map_path='gtFine/val'),
        pipeline=test_pipeline,
    ),
)
