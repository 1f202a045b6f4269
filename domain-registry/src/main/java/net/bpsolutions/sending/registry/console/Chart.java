package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns, one a day, as high as the day with the most, and the same in numbers.
 *
 * @param names of the parts, in the order of every column from the bottom up
 */
@TemplateData
public record Chart(List<String> names, List<Day> days) {

    private static final int HEIGHT = 100;
    private static final int STEP = 10;

    /** A day, oldest first. */
    record Day(LocalDate date, List<Part> parts) {

        long all() {
            return parts.stream().mapToLong(part -> Math.max(0, part.count())).sum();
        }
    }

    /** A part of a day; {@code tone} is for its style. */
    record Part(String tone, long count) {}

    /** A day as it is drawn. */
    @TemplateData
    public record Column(int x, String date, List<Bar> bars, List<Long> counts) {}

    /** A part of a column, in hundredths of the height. */
    @TemplateData
    public record Bar(String tone, String y, String height) {}

    /** The highest column. */
    public long most() {
        return days.stream().mapToLong(Day::all).max().orElse(0);
    }

    /** The day that the chart begins with. */
    public String first() {
        return days.getFirst().date().toString();
    }

    /** As wide as its columns. */
    public int width() {
        return days.size() * STEP;
    }

    /** The columns from left to right. */
    public List<Column> columns() {
        long most = Math.max(1, most());
        List<Column> columns = new ArrayList<>();
        for (Day day : days) {
            columns.add(new Column(
                    columns.size() * STEP,
                    day.date().toString(),
                    bars(day, most),
                    day.parts().stream().map(Part::count).toList()));
        }
        return columns;
    }

    private static List<Bar> bars(Day day, long most) {
        List<Bar> bars = new ArrayList<>();
        double top = HEIGHT;
        for (Part part : day.parts()) {
            double height = (double) HEIGHT * Math.max(0, part.count()) / most;
            top -= height;
            if (height > 0) {
                bars.add(new Bar(part.tone(), number(top), number(height)));
            }
        }
        return bars;
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }
}
