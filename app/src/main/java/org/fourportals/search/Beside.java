package org.fourportals.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.events.AffairPublished;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.search.internal.AnswerWords;
import org.fourportals.search.internal.Papers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a query finds beside affairs: the circumstance it tells of, documents and the affairs that ask for them, and service centres. */
@Component
public class Beside {

    private static final int CENTRES = 4;
    private static final List<String> PLACES_ZH = List.of("大厅", "中心", "窗口", "网点", "服务站", "地址", "在哪", "几点", "开门", "上班");
    private static final List<String> PLACES_EN = List.of("centre", "center", "hall", "office", "address", "open", "where", "hours", "window");

    private final Catalogue catalogue;
    private final Centres centres;
    private final Map<String, AnswerWords> answers = new ConcurrentHashMap<>();
    private volatile Papers papers;

    Beside(Catalogue catalogue, Centres centres) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.papers = papers();
    }

    private Papers papers() {
        return new Papers(catalogue.city(), affair -> catalogue.findPlan(affair).orElse(null));
    }

    /** An answer to a question of an affair that a query gives already. */
    public record Answered(String question, String answer, Text words) {
    }

    /** A kind of document, and the affairs that ask for it in some circumstance. */
    public record Document(Text name, List<Affair> affairs) {
    }

    /** The one answer of the affair that the query tells of beside naming it, such as where a child was born. */
    public Optional<Answered> answer(Affair affair, String query) {
        return catalogue.findPlan(affair.id()).flatMap(plan -> answers.computeIfAbsent(plan.affair().id() + "@" + plan.version(), key -> new AnswerWords(plan)).in(query))
                .map(told -> new Answered(told.question(), told.answer(), told.words()));
    }

    /** Documents that a query asks about: "which affairs need a lease?". */
    public List<Document> documents(String query) {
        return papers.in(query).stream().map(paper -> new Document(paper.name(), paper.affairs())).toList();
    }

    /** Centres a query asks for by name, or by their district where it asks for a place. */
    public List<Centre> centres(String query) {
        String said = query.toLowerCase(Locale.ROOT);
        boolean place = PLACES_ZH.stream().anyMatch(said::contains) || Arrays.stream(said.split("\\W+")).anyMatch(PLACES_EN::contains);
        return centres.list().stream().filter(centre -> said.contains(centre.name().zh()) || said.contains(centre.name().en().toLowerCase(Locale.ROOT))
                || place && (said.contains(bare(centre.districtName().zh())) || said.contains(centre.districtName().en().toLowerCase(Locale.ROOT).replaceAll(" (district|county|city)$", "")))
                && centre.level() != Centre.Level.LOCAL).limit(CENTRES).toList();
    }

    /** A district's name as people say it: 西湖 for 西湖区. */
    private static String bare(String district) {
        return district.length() > 2 && "区县市".indexOf(district.charAt(district.length() - 1)) >= 0 ? district.substring(0, district.length() - 1) : district;
    }

    @EventListener
    void follow(AffairPublished published) {
        papers = papers();
        answers.clear();
    }
}
