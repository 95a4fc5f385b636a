package org.fourportals.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.fourportals.catalogue.CatalogueReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often search finds what people meant, by hand-written queries. */
class DevQueriesTest {

    private static final Set<String> FIRST_TWELVE = Set.of("child-medical-insurance-enrolment", "no-criminal-record-certificate",
            "residence-permit-renewal", "old-age-allowance", "provident-rent-withdrawal", "driving-licence-renewal",
            "primary-school-enrolment", "household-utilities-transfer", "newborn-household-registration",
            "individual-business-registration", "business-annual-report", "food-business-licence");

    private static final Search SEARCH = Search.over(CatalogueReader.read(ListedAffairs.CATALOGUE), ListedAffairs.VECTORS);

    private record Asked(String query, String kind, List<String> expected, List<String> found, boolean nothingFits, double score) {
        int rank() {
            return found.stream().filter(expected::contains).findFirst().map(found::indexOf).orElse(-1) + 1;
        }

        boolean within(int ranks) {
            return rank() >= 1 && rank() <= ranks && !nothingFits;
        }
    }

    private List<Asked> ask(String file) throws IOException {
        String text = new String(Objects.requireNonNull(getClass().getResourceAsStream("/search/" + file)).readAllBytes(),
                StandardCharsets.UTF_8);
        return text.lines().skip(1).map(line -> {
            String[] cells = line.split("\t");
            Search.Results results = SEARCH.find(cells[0], Language.ZH, 10);
            return new Asked(cells[0], cells[2], List.of(cells[3].split(",")),
                    results.hits().stream().map(hit -> hit.affair().id()).toList(), results.nothingFits(),
                    results.hits().isEmpty() ? 0 : results.hits().getFirst().score());
        }).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-queries.tsv", "more-queries.tsv"})
    void findsTheFirstTwelveAffairsAmongTheFirstThree(String file) throws IOException {
        List<Asked> asked = ask(file).stream().filter(a -> a.expected().stream().anyMatch(FIRST_TWELVE::contains)).toList();
        assertThat(asked).hasSizeGreaterThanOrEqualTo(12);
        assertThat(asked).filteredOn(a -> !a.within(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-queries.tsv", "more-queries.tsv", "unseen-queries.tsv"})
    void findsWhatPeopleMeanAndSaysWhenNothingFits(String file) throws IOException {
        List<Asked> asked = ask(file);
        List<Asked> something = asked.stream().filter(a -> !a.kind().equals("none")).toList();
        List<Asked> nothing = asked.stream().filter(a -> a.kind().equals("none")).toList();
        double first = share(something.stream().filter(a -> a.within(1)).count(), something.size());
        double three = share(something.stream().filter(a -> a.within(3)).count(), something.size());
        double none = share(nothing.stream().filter(Asked::nothingFits).count(), nothing.size());
        System.out.printf(Locale.ROOT, "search on the %d queries of %s: hit@1 %.3f, hit@3 %.3f, nothing-fits right %.3f%n",
                asked.size(), file, first, three, none);
        System.out.println(asked.stream().filter(a -> a.kind().equals("none") ? !a.nothingFits() : !a.within(1))
                .map(a -> String.format(Locale.ROOT, "  %s %s rank %d%s %.1f, wanted %s, found %s", a.kind(), a.query(), a.rank(),
                        a.nothingFits() ? " (nothing fits)" : "", a.score(), a.expected(), a.found().stream().limit(3).toList()))
                .collect(Collectors.joining("\n")));
        assertThat(first).as("hit@1").isGreaterThanOrEqualTo(0.9);
        assertThat(three).as("hit@3").isGreaterThanOrEqualTo(0.95);
        assertThat(none).as("says that nothing fits").isGreaterThanOrEqualTo(0.9);
    }

    private static double share(long part, int whole) {
        return (double) part / whole;
    }
}
