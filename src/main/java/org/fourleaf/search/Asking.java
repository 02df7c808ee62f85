package org.fourleaf.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a question of what was typed: words with their forms, beginnings and tags; operators with whom and what they name. */
@Component
class Asking {

    private static final int BEGINNING_LENGTH_MIN = 2;
    private static final int STEM_SURE_LENGTH = 4;
    private static final String NEVER = "false";
    private static final Pattern CODE_BEGUN = Pattern.compile("[A-Za-z]{3}-[A-Za-z]{1,5}(-[0-9]{0,3})?");

    private final VocabularyStore vocabulary;
    private final NamesQuery names;
    private final PropertyConditions properties;

    Asking(VocabularyStore vocabulary, NamesQuery names, PropertyConditions properties) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.properties = properties;
    }

    /** @param alike for plain words, others that look alike and may stand for them */
    Question question(Actor by, String typed, Map<String, Set<String>> alike) {
        return new Building(by, alike).of(Typed.of(typed));
    }

    /** One question in the making. */
    private final class Building {

        private final Actor by;
        private final Map<String, Set<String>> alike;
        private final List<String> words = new ArrayList<>();
        private final List<String> inSubject = new ArrayList<>();
        private final List<Set<String>> counted = new ArrayList<>();
        private final List<Set<String>> tagNames = new ArrayList<>();
        private final Map<String, Long> used = new LinkedHashMap<>();
        private final Set<String> uncounted = new LinkedHashSet<>();
        private final List<Sql> conditions = new ArrayList<>();
        private final Set<String> lit = new HashSet<>();
        private final List<String> loose = new ArrayList<>();
        private final Set<TicketStatus> statuses = EnumSet.copyOf(TicketStatus.LISTED);
        private Question.Opened opened = Question.Opened.ANY_TIME;
        private boolean merged;
        private boolean asked;
        private @Nullable List<NamesQuery.TagWord> tags;

        Building(Actor by, Map<String, Set<String>> alike) {
            this.by = by;
            this.alike = alike;
        }

        Question of(Typed typed) {
            boolean onlyPlain = typed.clauses().stream()
                    .allMatch(clause -> clause.terms().size() == 1
                            && clause.terms().getFirst().operator() == null
                            && !clause.terms().getFirst().negated());
            for (Typed.Clause clause : typed.clauses()) {
                if (clause.terms().size() == 1) {
                    single(clause.terms().getFirst());
                } else {
                    either(clause.terms());
                }
            }
            uncounted.removeAll(used.keySet());
            used.putAll(vocabulary.documents(by.workspace(), uncounted));
            long documents = Long.MAX_VALUE;
            for (Set<String> lexemes : counted) {
                long written = lexemes.stream().mapToLong(this::documents).sum();
                documents = Math.min(documents, written > Question.RARE_MAX ? written : written + bent(lexemes));
            }
            return new Question(
                    !asked,
                    Matching.all(words),
                    onlyPlain ? Matching.all(inSubject) : null,
                    documents,
                    tagNames.stream()
                            .mapToLong(lexemes ->
                                    lexemes.stream().mapToLong(this::documents).sum())
                            .min()
                            .orElse(Long.MAX_VALUE),
                    statuses,
                    merged,
                    opened,
                    conditions,
                    lit,
                    loose);
        }

        private long documents(String lexeme) {
            return lexeme.indexOf('=') < 0 ? used.getOrDefault(lexeme, 0L) : 0L;
        }

        /**
         * A word hardly ever written so may stand in half of all documents bent otherwise. Stems are not counted; words that begin as they
         * do are. A stem's last letter may be another than the word's: happi, happy.
         */
        private long bent(Set<String> lexemes) {
            Set<String> starts = new LinkedHashSet<>();
            for (String lexeme : lexemes) {
                if (lexeme.indexOf('=') > 0) {
                    String stem = WordForms.unmarked(lexeme);
                    starts.add(stem.length() > STEM_SURE_LENGTH ? stem.substring(0, stem.length() - 1) : stem);
                }
            }
            return starts.stream()
                    .filter(start ->
                            starts.stream().noneMatch(other -> !other.equals(start) && start.startsWith(other)))
                    .mapToLong(start -> vocabulary.beginningDocuments(by.workspace(), start))
                    .sum();
        }

        private void single(Typed.Term term) {
            @Nullable String question = term.operator() == null ? plain(term) : marks(term);
            if (question != null) {
                asked = true;
                if (term.negated()) {
                    conditions.add(without(question));
                } else {
                    words.add(question);
                }
            } else if (term.operator() != null) {
                condition(term);
            }
        }

        private void condition(Typed.Term term) {
            @Nullable Sql condition = properties.condition(by, term.operator(), term.value());
            if (condition == null) {
                return;
            }
            asked = true;
            widen(term);
            bound(term);
            conditions.add(
                    term.negated() ? Sql.of("not coalesce((").add(condition).add("), false)") : condition);
        }

        private void bound(Typed.Term term) {
            if (term.negated() || (term.operator() != Operator.BEFORE && term.operator() != Operator.AFTER)) {
                return;
            }
            @Nullable Instant start = properties.startOf(by, term.value());
            if (start != null) {
                opened = term.operator() == Operator.BEFORE ? opened.until(start) : opened.since(start);
            }
        }

        /** Spam and deleted tickets are hits only where asked for. */
        private void widen(Typed.Term term) {
            if (!term.negated()) {
                statuses.addAll(PropertyConditions.statuses(term.operator(), term.value()));
                merged |= term.operator() == Operator.IS && term.value().equalsIgnoreCase("merged");
            }
        }

        /** Words alone stay one question to the index; mixed with properties they become conditions on each ticket. */
        private void either(List<Typed.Term> terms) {
            boolean allWords = terms.stream()
                    .allMatch(term -> !term.negated() && (term.operator() == null || isMark(term.operator())));
            List<String> questions = new ArrayList<>();
            List<Sql> alternatives = new ArrayList<>();
            int from = counted.size();
            for (Typed.Term term : terms) {
                @Nullable String question = term.operator() == null ? plain(term) : marks(term);
                if (question != null) {
                    questions.add(question);
                    Sql has = with(question);
                    alternatives.add(term.negated() ? Sql.of("not").add(has) : has);
                } else if (term.operator() != null) {
                    @Nullable Sql condition = properties.condition(by, term.operator(), term.value());
                    if (condition != null) {
                        widen(term);
                        alternatives.add(
                                term.negated()
                                        ? Sql.of("not coalesce((")
                                                .add(condition)
                                                .add("), false)")
                                        : condition);
                    }
                }
            }
            asked |= !alternatives.isEmpty();
            Set<String> together = new LinkedHashSet<>();
            while (counted.size() > from) {
                together.addAll(counted.removeLast());
            }
            if (allWords && !questions.isEmpty()) {
                words.add(Objects.requireNonNull(Matching.any(questions)));
                if (terms.stream().allMatch(term -> term.operator() == null)) {
                    counted.add(together);
                }
            } else if (!alternatives.isEmpty()) {
                Sql sql = Sql.of("(");
                for (int i = 0; i < alternatives.size(); i++) {
                    sql.addIf(i > 0, "or").add(alternatives.get(i));
                }
                conditions.add(sql.add(")"));
            }
        }

        private Sql with(String question) {
            return Sql.of(
                    "exists (select 1 from search_document x where x.workspace_id = ? and x.ticket_id = t.id"
                            + " and x.tokens @@ cast(? as tsquery))",
                    by.workspace(),
                    question);
        }

        private Sql without(String question) {
            return Sql.of("not").add(with(question));
        }

        private @Nullable String plain(Typed.Term term) {
            List<Word> cut = WordCutting.cut(term.value());
            List<Word> wanted = Matching.asked(cut);
            if (wanted.isEmpty()) {
                return null;
            }
            int before = counted.size();
            boolean many = wanted.size() > 1;
            boolean latin = wanted.stream().noneMatch(word -> word.forms().ideographic());
            @Nullable String question;
            if (term.quoted() || (many && latin)) {
                question = Matching.phrase(cut, word -> term.growing() ? grown(word) : Set.of(word.text()));
                if (!term.negated()) {
                    wanted.forEach(word -> note(Set.of(word.text()), term.growing() && word.equals(wanted.getLast())));
                }
            } else {
                question = Matching.all(wanted.stream()
                        .map(word -> one(word, term, many))
                        .filter(Objects::nonNull)
                        .toList());
            }
            if (question != null && CODE_BEGUN.matcher(term.value()).matches()) {
                question = "(" + question + ") | "
                        + Matching.quoted(TicketDocuments.CODE + TicketDocuments.key(term.value())) + ":*";
                while (counted.size() > before) {
                    counted.removeLast(); // How many tickets a beginning of a code means is not known.
                }
            }
            if (!term.negated()) {
                @Nullable String subject = Matching.marked(TicketDocuments.SUBJECT, cut);
                if (subject != null) {
                    inSubject.add(subject);
                }
            }
            return question;
        }

        private @Nullable String one(Word word, Typed.Term term, boolean many) {
            Set<String> lexemes = new LinkedHashSet<>(Matching.forms(word.forms()));
            lexemes.addAll(alike.getOrDefault(word.text(), Set.of()));
            if (term.growing() && !many) {
                lexemes.addAll(grown(word));
            }
            if (!term.negated()) {
                note(lexemes, false);
                if (!word.forms().ideographic()) {
                    loose.add(word.text());
                }
            }
            if (tagged(word, term.growing(), lexemes) && !term.negated()) {
                tagNames.add(counted.removeLast()); // How many tickets wear the tag is not known.
            }
            return Matching.anyWord(lexemes);
        }

        private void note(Set<String> lexemes, boolean growing) {
            lit.addAll(lexemes);
            if (!growing) {
                counted.add(new LinkedHashSet<>(lexemes));
            }
            uncounted.addAll(lexemes);
        }

        /** What the word may grow to. */
        private Set<String> grown(Word word) {
            Set<String> grown = new LinkedHashSet<>();
            grown.add(word.text());
            if (word.text().codePointCount(0, word.text().length()) >= BEGINNING_LENGTH_MIN
                    && !word.forms().ideographic()) {
                for (VocabularyStore.Used begun : vocabulary.beginningWith(by.workspace(), word.text())) {
                    grown.add(begun.word());
                    used.put(begun.word(), begun.documents());
                }
            }
            lit.addAll(grown);
            return grown;
        }

        /** A tag's name counts as a word of the tickets that wear it; renaming a tag touches no ticket. @return whether one is meant */
        private boolean tagged(Word word, boolean growing, Set<String> lexemes) {
            if (tags == null) {
                tags = names.tagWords(by.workspace());
            }
            Set<String> forms = Matching.forms(word.forms());
            boolean any = false;
            boolean begins = growing && word.text().length() >= BEGINNING_LENGTH_MIN;
            for (NamesQuery.TagWord tag : tags) {
                boolean meant = tag.lexemes().stream()
                        .anyMatch(lexeme -> forms.contains(lexeme) || (begins && lexeme.startsWith(word.text())));
                if (meant) {
                    lexemes.add(TicketDocuments.TAG + tag.id());
                    any = true;
                }
            }
            return any;
        }

        private static boolean isMark(Operator operator) {
            return switch (operator) {
                case FROM, TO, TAG, CUSTOMER, COMPANY, SUBJECT, CODE -> true;
                default -> false;
            };
        }

        /** Operators whose answers stand in the index. */
        private @Nullable String marks(Typed.Term term) {
            Operator operator = Objects.requireNonNull(term.operator());
            String value = term.value();
            return switch (operator) {
                case FROM -> person(TicketDocuments.FROM, value);
                case TO -> person(TicketDocuments.TO, value);
                case CUSTOMER -> person(TicketDocuments.CUSTOMER, value);
                case COMPANY -> orNever(Matching.marked(TicketDocuments.COMPANY, WordCutting.cut(value)));
                case SUBJECT -> subject(term);
                case CODE -> Matching.quoted(TicketDocuments.CODE + TicketDocuments.key(value)) + ":*";
                case TAG ->
                    orNever(Matching.anyWord(names.tags(by.workspace(), value).stream()
                            .map(id -> TicketDocuments.TAG + id)
                            .collect(java.util.stream.Collectors.toSet())));
                default -> null;
            };
        }

        private String subject(Typed.Term term) {
            List<Word> cut = WordCutting.cut(term.value());
            Matching.asked(cut).forEach(word -> lit.addAll(Matching.forms(word.forms())));
            return orNever(Matching.marked(TicketDocuments.SUBJECT, cut));
        }

        private static String person(String mark, String value) {
            return value.indexOf('@') > 0
                    ? Matching.quoted(mark + TicketDocuments.key(value))
                    : orNever(Matching.marked(mark, WordCutting.cut(value)));
        }

        /** A word no document has. */
        private static String orNever(@Nullable String question) {
            return question == null ? Matching.quoted("=" + NEVER) : question;
        }
    }
}
