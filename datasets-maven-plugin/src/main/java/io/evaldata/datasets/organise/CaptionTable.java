package io.evaldata.datasets.organise;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step.CaptionColumns;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import io.evaldata.datasets.catalog.Step.SplitCaptions;
import io.evaldata.datasets.io.Tree;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A caption table: CSV as RFC 4180 has it, or with another separator, in UTF-8, with a header that names the columns in
 * any order.
 *
 * <p>Read as a stream, as often as needed.
 */
final class CaptionTable {
    static final String REMEDY =
            "Compare the table with the published one; where it is yours, with the columns and the split that its step names.";

    private final Tree tree;
    private final String file;
    private final CaptionColumns columns;
    private final ObjectReader reader;

    CaptionTable(Tree tree, SplitCaptions step) {
        this.tree = tree;
        this.file = step.table();
        this.columns = step.columns();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(step.separator());
        this.reader = new CsvMapper()
                .readerFor(String[].class)
                .with(step.separator() == '\t' ? schema.withoutQuoteChar() : schema) // IANA's TSV has no quotes
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES);
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    interface RowVisitor {
        void visit(CaptionRow row) throws IOException;
    }

    /**
     * Hands over all images in the order of the table; rows that follow each other and go on with an image are one.
     *
     * @throws DatasetsException when it is no such table
     */
    void read(RowVisitor visitor) throws IOException {
        if (!tree.has(file)) {
            throw new DatasetsException("the caption table '" + file + "' is not there", REMEDY);
        }
        try (InputStream in = tree.open(file);
                MappingIterator<String[]> rows = reader.readValues(in)) {
            if (!rows.hasNextValue()) {
                throw new DatasetsException("'" + file + "' is empty; expected a header and rows", REMEDY);
            }
            Header header = header(rows.nextValue());
            long line = nextLine(rows);
            Optional<CaptionRow> open = Optional.empty();
            while (rows.hasNextValue()) {
                String[] cells = rows.nextValue();
                if (cells.length != header.width()) {
                    throw mistake(line, "expected " + header.width() + " fields, found " + cells.length, null);
                }
                CaptionRow row = header.row(line, cells);
                if (open.isPresent() && open.get().goesOnWith(row)) {
                    open = Optional.of(open.get().and(row));
                } else {
                    if (open.isPresent()) {
                        visitor.visit(open.get());
                    }
                    open = Optional.of(row);
                }
                line = nextLine(rows);
            }
            if (open.isPresent()) {
                visitor.visit(open.get());
            }
        } catch (JacksonException e) {
            JsonLocation location = e.getLocation();
            throw mistake(location == null ? 1 : location.getLineNr(), e.getOriginalMessage(), e);
        } catch (CharConversionException e) {
            throw new DatasetsException("'" + file + "' is not UTF-8: " + e.getMessage(), REMEDY, e);
        }
    }

    private static long nextLine(MappingIterator<String[]> rows) {
        return rows.getCurrentLocation().getLineNr();
    }

    private Header header(String[] cells) {
        return new Header(
                cells.length,
                columns.split().isPresent()
                        ? OptionalInt.of(column(cells, columns.split().get()))
                        : OptionalInt.empty(),
                column(cells, columns.image()),
                column(cells, columns.captions()),
                columns.row());
    }

    private int column(String[] header, String name) {
        List<String> names = Arrays.asList(header);
        int column = names.indexOf(name);
        if (column < 0 || column != names.lastIndexOf(name)) {
            throw mistake(1, "expected one column '" + name + "', found " + names, null);
        }
        return column;
    }

    private DatasetsException mistake(long line, String problem, Exception cause) {
        return new DatasetsException("'" + file + "', line " + line + ": " + problem, REMEDY, cause);
    }

    /** Where the columns are. */
    private record Header(int width, OptionalInt split, int image, int captions, CaptionsInRow row) {
        CaptionRow row(long line, String[] cells) {
            String says = split.isPresent() ? cells[split.getAsInt()] : "";
            return new CaptionRow(line, says, cells[image], List.of(cells[captions]), row);
        }
    }
}
