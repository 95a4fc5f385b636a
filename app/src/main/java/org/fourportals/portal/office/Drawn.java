package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Picture;
import org.fourportals.circumstances.picture.Drawing;
import org.fourportals.circumstances.picture.PictureLayout;
import org.fourportals.portal.Page;

/**
 * An affair's decision diagram as it is drawn, and the same as sentences for who cannot see it.
 *
 * @param told for each question, which answers lead where
 */
public record Drawn(int width, int height, List<Box> boxes, List<Line> lines, List<Told> told, boolean whole) {

    private static final int ZH_LETTERS = 10;
    private static final int EN_LETTERS = 20;
    private static final PictureLayout.Sizes SIZES = new PictureLayout.Sizes(152, 64, 18, 84, 12);

    /**
     * A spot.
     *
     * @param kind question, accepted, refused or folded
     * @param rows its words, cut to what fits; `words` is all of them
     */
    public record Box(int spot, int x, int y, int width, int height, String kind, List<String> rows, String words, String circumstances) {
    }

    /** A way from one spot to another: a path of SVG, its label where it begins, and all of its answers. */
    public record Line(String path, String label, int x, int y, String answers, String circumstances) {
    }

    /** A question with the ways on from it. */
    public record Told(String question, List<String> ways) {
    }

    /** At most so many spots; empty if the diagram is too entangled to be followed. */
    static Optional<Drawn> of(Page page, ConditionWords words, AffairPlan plan, int most) {
        return plan.rules().picture(most).map(picture -> of(page, words, plan, picture));
    }

    private static Drawn of(Page page, ConditionWords words, AffairPlan plan, Picture picture) {
        Drawing drawing = PictureLayout.of(picture, SIZES);
        List<Box> boxes = new ArrayList<>();
        for (Drawing.Box box : drawing.boxes()) {
            Picture.Spot spot = picture.spots().get(box.spot());
            String said = said(page, words, plan, spot);
            boxes.add(new Box(box.spot(), box.x(), box.y(), box.width(), box.height(), kind(spot), rows(page, said), said, number(spot.circumstances())));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < drawing.lines().size(); i++) {
            Picture.Edge edge = picture.edges().get(i);
            int place = (int) picture.edges().subList(0, i).stream().filter(earlier -> earlier.from() == edge.from()).count();
            lines.add(line(page, answers(page, words, plan, edge, picture.spots().get(edge.from())), edge, place, drawing.lines().get(i)));
        }
        List<Told> told = picture.spots().stream().filter(Picture.Asked.class::isInstance).map(spot -> new Told(said(page, words, plan, spot),
                picture.from(spot).stream().map(edge -> page.t("workbench.picture.way", answers(page, words, plan, edge, spot),
                        said(page, words, plan, picture.spots().get(edge.to())), number(edge.circumstances()))).toList())).toList();
        return new Drawn(drawing.width(), drawing.height(), boxes, lines, told, picture.whole());
    }

    /** `place` counts the ways from one spot: their labels stand one below the other. */
    private static Line line(Page page, String answers, Picture.Edge edge, int place, Drawing.Line line) {
        String path = line.points().stream().map(p -> p.x() + " " + p.y()).collect(Collectors.joining(" L ", "M ", ""));
        Drawing.Point from = line.points().getFirst();
        Drawing.Point to = line.points().get(Math.min(1, line.points().size() - 1));
        int letters = page.language() == Language.ZH ? ZH_LETTERS - 2 : EN_LETTERS - 4;
        String label = answers.length() <= letters ? answers : answers.substring(0, letters - 1) + "…";
        double along = 0.25 + 0.22 * (place % 3);
        return new Line(path, label, (int) (from.x() + along * (to.x() - from.x())), (int) (from.y() + along * (to.y() - from.y())), answers,
                number(edge.circumstances()));
    }

    private static String answers(Page page, ConditionWords words, AffairPlan plan, Picture.Edge edge, Picture.Spot from) {
        if (edge.answers().isEmpty() || !(from instanceof Picture.Asked asked)) {
            return words.of(page, plan, edge.condition());
        }
        return edge.answers().stream().map(answer -> words.answer(page, plan, asked.question(), answer)).collect(Collectors.joining(page.t("office.condition.also")));
    }

    private static String said(Page page, ConditionWords words, AffairPlan plan, Picture.Spot spot) {
        return switch (spot) {
            case Picture.Asked asked -> words.ask(page, plan, asked.question());
            case Picture.Folded folded -> page.t("workbench.picture.folded", words.ask(page, plan, folded.question()), folded.questions());
            case Picture.End end when end.refusals().isEmpty() -> plan.grounds().stream().filter(g -> end.grounds().contains(g.id()))
                    .map(g -> page.t(g.name())).collect(Collectors.joining(page.t("office.condition.also")));
            case Picture.End end -> plan.refusals().stream().filter(r -> end.refusals().contains(r.id())).map(r -> page.t(r.reason()))
                    .collect(Collectors.joining(" "));
        };
    }

    private static String kind(Picture.Spot spot) {
        return switch (spot) {
            case Picture.Asked _ -> "question";
            case Picture.Folded _ -> "folded";
            case Picture.End end -> end.refusals().isEmpty() ? "accepted" : "refused";
        };
    }

    /** Two rows that fit into a box. */
    private static List<String> rows(Page page, String words) {
        int letters = page.language() == Language.ZH ? ZH_LETTERS : EN_LETTERS;
        if (words.length() <= letters) {
            return List.of(words);
        }
        int cut = page.language() == Language.ZH ? cut(words, letters) : Math.max(words.lastIndexOf(' ', letters), 1);
        String rest = words.substring(cut).strip();
        return List.of(words.substring(0, cut), rest.length() <= letters ? rest : rest.substring(0, letters - 1) + "…");
    }

    /** Not within a number or a word of Latin letters, if it can be helped. */
    private static int cut(String words, int letters) {
        int cut = letters;
        while (cut > letters / 2 && words.charAt(cut) < 128 && words.charAt(cut - 1) < 128) {
            cut--;
        }
        return cut;
    }

    private static String number(java.math.BigInteger number) {
        return "%,d".formatted(number);
    }
}
