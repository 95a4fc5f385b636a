package org.fourportals.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text becomes terms, the same for the index and for queries: Chinese as single characters and pairs of them, English as stems
 * without its smallest words.
 */
public final class Words {

    /** What is read of a query; nobody means more. */
    static final int LONGEST = 160;

    private static final int LONGEST_RAW = 1_000;

    private Words() {
    }

    /** Chinese: characters and overlapping pairs. */
    static final Analyzer ZH = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            var folded = new LowerCaseFilter(new CJKWidthFilter(source));
            return new TokenStreamComponents(source, new CJKBigramFilter(folded, CJKBigramFilter.HAN, true));
        }
    };

    /** English: stems. */
    static final Analyzer EN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            var folded = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source)));
            return new TokenStreamComponents(source,
                    new PorterStemFilter(new StopFilter(folded, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
        }
    };

    /** A term and the characters of the text it was made of. */
    record Term(String term, int start, int end) {
    }

    /** The text in one shape: compatibility forms folded, lower case, no control or direction characters, not too long. */
    public static String clean(String raw) {
        String head = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
        String folded = Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder();
        folded.codePoints().map(Words::plain).limit(LONGEST).forEach(c -> {
            if (c != ' ' || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static int plain(int c) {
        return Character.isLetterOrDigit(c) || c == '\'' ? c : ' ';
    }

    static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Words::isHan);
    }

    static List<Term> zh(String text) {
        return terms(ZH, text).stream().filter(t -> hasHan(t.term())).toList();
    }

    /** Pairs of neighbouring characters; the character itself where it stands alone. */
    static List<String> zhPairs(String text) {
        List<Term> all = zh(text);
        List<String> pairs = all.stream().map(Term::term).filter(t -> t.codePointCount(0, t.length()) > 1).toList();
        return pairs.isEmpty() ? all.stream().map(Term::term).toList() : pairs;
    }

    static List<Term> en(String text) {
        return terms(EN, text).stream().filter(t -> !hasHan(t.term())).toList();
    }

    static List<String> stems(String text) {
        return en(text).stream().map(Term::term).toList();
    }

    private static List<Term> terms(Analyzer analyzer, String text) {
        var found = new ArrayList<Term>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(new Term(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
