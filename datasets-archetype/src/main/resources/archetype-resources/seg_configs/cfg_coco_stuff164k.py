# COCO-Stuff 164k, 171 classes, without background.
# Written by the Datasets Maven Plugin; values: github ExplainableML/cosmos, commit c80348f0, src/training/seg_configs/cfg_coco_stuff164k.py.
_base_ = './base_config.py'

model = dict(
    name_path='@segConfigs@/cls_coco_stuff.txt',
)

dataset_type = 'COCOStuffDataset'
data_root = '@segmentationRoot@/coco_stuff164k'

# Label maps are loaded after resizing and so keep their own size.
test_pipeline = [
    dict(type='LoadImageFromFile'),
    dict(type='Resize', scale=(2048, 448), keep_ratio=True),
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
        data_prefix=dict(img_path='images/val2017', seg_map_path='annotations/val2017'),
        pipeline=test_pipeline,
    ),
)
