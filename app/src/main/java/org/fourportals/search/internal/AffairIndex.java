package org.fourportals.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** All affairs in one segment in memory. Document numbers are positions in the catalogue's list. */
public final class AffairIndex {

    static final String NAME_ZH = "nameZh";
    static final String NAME_EN = "nameEn";
    static final String MORE_ZH = "moreZh";
    static final String MORE_EN = "moreEn";
    static final String SAID_ZH = "saidZh";
    static final String SAID_EN = "saidEn";
    static final String PINYIN = "pinyin";
    static final String SAID_PINYIN = "saidPinyin";
    static final String INITIALS = "initials";
    static final String GAPS = "gaps";

    private static final int CANDIDATES = 40;
    private static final float LENGTH_WEIGHT = 0.35f;

    private final List<Described> affairs;
    private final IndexSearcher searcher;

    static {
        IndexSearcher.setMaxClauseCount(16_384);
    }

    /** An affair that matches, and which characters of the query speak for it. */
    record Found(Described described, double score, BitSet covered, BitSet clauses) {
    }

    public AffairIndex(List<Described> affairs) {
        this.affairs = List.copyOf(affairs);
        var analyzers = new PerFieldAnalyzerWrapper(new WhitespaceAnalyzer(),
                Map.of(NAME_ZH, Words.ZH, MORE_ZH, Words.ZH, NAME_EN, Words.EN, MORE_EN, Words.EN, SAID_ZH, Words.ZH, SAID_EN, Words.EN));
        var directory = new ByteBuffersDirectory();
        var similarity = new BM25Similarity(1.2f, LENGTH_WEIGHT);
        try {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzers).setSimilarity(similarity))) {
                for (Described affair : affairs) {
                    writer.addDocument(document(affair));
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(similarity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Described described) {
        var affair = described.affair();
        String zh = Words.clean(affair.name().zh());
        List<String> syllables = Pinyin.syllables(zh);
        var document = new Document();
        add(document, NAME_ZH, zh);
        add(document, NAME_EN, affair.name().en());
        add(document, MORE_ZH, described.department().zh() + ' ' + described.lifeEvent().zh() + ' ' + described.zh().all());
        add(document, MORE_EN, described.department().en() + ' ' + described.lifeEvent().en() + ' ' + affair.result() + ' '
                + String.join(" ", affair.usualDocuments()) + ' ' + described.en().all());
        add(document, SAID_ZH, Words.clean(String.join(" ", described.zh().sayings())));
        add(document, SAID_EN, String.join(" ", described.en().sayings()));
        add(document, PINYIN, String.join(" ", Pinyin.pairs(syllables)));
        add(document, SAID_PINYIN, described.zh().sayings().stream().flatMap(saying -> Pinyin.pairs(Pinyin.syllables(Words.clean(saying))).stream())
                .distinct().collect(java.util.stream.Collectors.joining(" ")));
        add(document, INITIALS, String.join(" ", pieces(Pinyin.initials(zh))));
        add(document, GAPS, String.join(" ", gaps(zh)));
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    /** Every run of three to eight letters. */
    private static List<String> pieces(String letters) {
        return IntStream.rangeClosed(3, 8).boxed()
                .flatMap(n -> IntStream.rangeClosed(0, letters.length() - n).mapToObj(i -> letters.substring(i, i + n))).toList();
    }

    /** Pairs of characters with one wrong or missing between them. */
    static List<String> gaps(String zh) {
        return IntStream.range(0, Math.max(0, zh.length() - 2))
                .filter(i -> zh.substring(i, i + 3).codePoints().allMatch(Words::isHan))
                .mapToObj(i -> zh.charAt(i) + "_" + zh.charAt(i + 2)).toList();
    }

    /** In how many affairs the term stands. */
    int count(String field, String term) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best affairs for these clauses, best first. */
    List<Found> find(List<Reading.Clause> clauses) {
        if (clauses.isEmpty()) {
            return List.of();
        }
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < clauses.size(); i++) {
            query.add(NamedMatches.wrapQuery(Integer.toString(i), clauses.get(i).query()), BooleanClause.Occur.SHOULD);
        }
        try {
            BooleanQuery whole = query.build();
            Weight weight = searcher.createWeight(searcher.rewrite(whole), ScoreMode.COMPLETE_NO_SCORES, 1);
            var found = new ArrayList<Found>();
            for (ScoreDoc hit : searcher.search(whole, CANDIDATES).scoreDocs) {
                Matches matches = weight.matches(searcher.getIndexReader().leaves().getFirst(), hit.doc);
                BitSet matched = matches == null ? new BitSet() : NamedMatches.findNamedMatches(matches).stream()
                        .map(named -> Integer.parseInt(named.getName())).collect(Collectors.collectingAndThen(Collectors.toSet(), AffairIndex::bits));
                var covered = new BitSet();
                matched.stream().forEach(i -> covered.or(clauses.get(i).covers()));
                found.add(new Found(affairs.get(hit.doc), hit.score, covered, matched));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BitSet bits(java.util.Set<Integer> numbers) {
        var bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    Stream<Described> all() {
        return affairs.stream();
    }
}
