package io.evaldata.datasets.organise;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step.CaptionColumns;
import io.evaldata.datasets.io.Tree;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A caption table: CSV as RFC 4180 has it, in UTF-8, with a header that names the columns in any order.
 *
 * <p>Read as a stream, as often as needed.
 */
final class CaptionTable {
    static final String REMEDY = "Compare the table with the published one; fetch it again when it differs.";

    private static final ObjectReader ROWS = new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final Tree tree;
    private final String file;
    private final CaptionColumns columns;

    CaptionTable(Tree tree, String file, CaptionColumns columns) {
        this.tree = tree;
        this.file = file;
        this.columns = columns;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    interface RowVisitor {
        void visit(CaptionRow row) throws IOException;
    }

    /**
     * Hands over all rows in the order of the table.
     *
     * @throws DatasetsException when it is no such table
     */
    void read(RowVisitor visitor) throws IOException {
        if (!tree.has(file)) {
            throw new DatasetsException("the caption table '" + file + "' is not there", REMEDY);
        }
        try (InputStream in = tree.open(file);
                MappingIterator<String[]> rows = ROWS.readValues(in)) {
            if (!rows.hasNextValue()) {
                throw new DatasetsException("'" + file + "' is empty; expected a header and rows", REMEDY);
            }
            Header header = header(rows.nextValue());
            long line = nextLine(rows);
            while (rows.hasNextValue()) {
                String[] cells = rows.nextValue();
                if (cells.length != header.width()) {
                    throw mistake(line, "expected " + header.width() + " fields, found " + cells.length, null);
                }
                visitor.visit(header.row(line, cells));
                line = nextLine(rows);
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
                column(cells, columns.split()),
                column(cells, columns.image()),
                column(cells, columns.captions()));
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
    private record Header(int width, int split, int image, int captions) {
        CaptionRow row(long line, String[] cells) {
            return new CaptionRow(line, cells[split], cells[image], cells[captions]);
        }
    }
}
