# COCO-Object, 81 classes, with background.
# Written by the Datasets Maven Plugin; values: github ExplainableML/cosmos, commit c80348f0, src/training/seg_configs/cfg_coco_object.py.
_base_ = './base_config.py'

model = dict(
    name_path='@segConfigs@/cls_coco_object.txt',
    logit_scale=50,
    prob_thd=0.1,
)

dataset_type = 'COCOObjectDataset'
data_root = '@segmentationRoot@/coco_stuff164k'

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
        reduce_zero_label=False,
        data_prefix=dict(img_path='images/val2017', seg_map_path='annotations/val2017'),
        pipeline=test_pipeline,
    ),
)
