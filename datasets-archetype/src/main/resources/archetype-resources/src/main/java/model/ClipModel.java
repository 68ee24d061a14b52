package ${package}.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Any CLIP-style pair of ONNX files: an image tower from pixels {@code [1, 3, side, side]} and a text tower from token numbers
 * {@code [1, tokens]}, each with an output of shape {@code [1, size]} (preferred by name: {@code image_embeds} and {@code text_embeds}, as
 * exporters of the Hugging Face Hub call them).
 */
public final class ClipModel implements Model {
    private static final int DEFAULT_SIDE = 224;
    private static final int DEFAULT_TOKENS = 77;

    /** Windows of this many cells make up for the surroundings that a single cell lacks. */
    private static final int WINDOW_CELLS = 4;

    private final OrtEnvironment environment;
    private final OrtSession imageTower;
    private final OrtSession textTower;
    private final ClipTokenizer tokenizer;
    private final ClipPixels pixels;
    private final String name;

    private ClipModel(
            OrtEnvironment environment,
            OrtSession imageTower,
            OrtSession textTower,
            ClipTokenizer tokenizer,
            String name)
            throws OrtException {
        this.environment = environment;
        this.imageTower = imageTower;
        this.textTower = textTower;
        this.tokenizer = tokenizer;
        this.pixels = new ClipPixels((int) fixedLength(onlyInput(imageTower), 3, DEFAULT_SIDE));
        this.name = name;
    }

    public static ClipModel load(Path imageTower, Path textTower, ClipTokenizer tokenizer) throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            OrtSession images = environment.createSession(imageTower.toString());
            OrtSession texts = environment.createSession(textTower.toString());
            return new ClipModel(environment, images, texts, tokenizer, "CLIP, " + imageTower.getFileName());
        } catch (OrtException e) {
            throw new IOException(imageTower + " and " + textTower + " can't be loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public float[] embed(BufferedImage image) throws IOException {
        long[] shape = {1, 3, pixels.side(), pixels.side()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels.of(image)), shape)) {
            return run(imageTower, Map.of(onlyInput(imageTower).getName(), tensor), "image_embeds");
        } catch (OrtException e) {
            throw new IOException("The image tower failed: " + e.getMessage(), e);
        }
    }

    @Override
    public float[] embed(String text) throws IOException {
        try {
            NodeInfo ids = textTower.getInputInfo().getOrDefault("input_ids", onlyInput(textTower));
            int length = (int) fixedLength(ids, 1, 0);
            int[] tokens = tokenizer.encode(text, length > 0 ? length : DEFAULT_TOKENS);
            Map<String, OnnxTensor> inputs = new HashMap<>();
            try {
                // Zeros after the end mark, as the original pads: the tower takes the vector at the end mark.
                inputs.put(ids.getName(), integers(ids, Arrays.copyOf(tokens, Math.max(length, tokens.length))));
                NodeInfo mask = textTower.getInputInfo().get("attention_mask");
                if (mask != null) {
                    int[] ones = new int[tokens.length];
                    Arrays.fill(ones, 1);
                    inputs.put(mask.getName(), integers(mask, Arrays.copyOf(ones, Math.max(length, tokens.length))));
                }
                return run(textTower, inputs, "text_embeds");
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new IOException("The text tower failed on \"" + text + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public Patches patches(BufferedImage image) throws IOException {
        return Patches.of(image, 12, WINDOW_CELLS, this);
    }

    @Override
    public void close() {
        try {
            try {
                imageTower.close();
            } finally {
                textTower.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The towers can't be closed", e);
        }
    }

    private static float[] run(OrtSession tower, Map<String, OnnxTensor> inputs, String preferred)
            throws OrtException, IOException {
        try (OrtSession.Result outputs = tower.run(inputs)) {
            if (outputs.get(preferred).isPresent()
                    && outputs.get(preferred).get().getValue() instanceof float[][] vectors) {
                return Vectors.normalised(vectors[0]);
            }
            for (Map.Entry<String, OnnxValue> output : outputs) {
                if (output.getValue().getValue() instanceof float[][] vectors) {
                    return Vectors.normalised(vectors[0]);
                }
            }
        }
        throw new IOException(
                "No output of shape [1, size] among " + tower.getOutputNames() + ": was the projection exported?");
    }

    private OnnxTensor integers(NodeInfo input, int[] values) throws OrtException {
        long[] shape = {1, values.length};
        if (((TensorInfo) input.getInfo()).type == OnnxJavaType.INT32) {
            return OnnxTensor.createTensor(environment, IntBuffer.wrap(values), shape);
        }
        long[] wide = Arrays.stream(values).asLongStream().toArray();
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(wide), shape);
    }

    private static NodeInfo onlyInput(OrtSession tower) throws OrtException {
        return tower.getInputInfo().values().iterator().next();
    }

    /** The length that the model demands in one dimension, or the default where it leaves it open. */
    private static long fixedLength(NodeInfo input, int dimension, int otherwise) {
        long[] shape = ((TensorInfo) input.getInfo()).getShape();
        return shape.length > dimension && shape[dimension] > 0 ? shape[dimension] : otherwise;
    }
}
