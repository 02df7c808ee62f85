package org.fourleaf.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fourleaf.StatementCounting;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogReadersTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS_EACH = 120;

    @Records(ActivityKind.NOTE_ADDED)
    record Noted(UUID ticket, UUID agent, int number) implements Fact {}

    @Records(ActivityKind.TICKET_VIEWED)
    record Seen(UUID ticket, UUID agent, int seconds) implements Fact {}

    /** Keeps what it read in a table of the log's own test, so that effects and position really share a transaction. */
    static final class Keeping implements LogReader {
        private final String name;
        private final JdbcClient jdbc;
        private final AtomicBoolean fails = new AtomicBoolean();
        private int poisonNumber = -1;

        Keeping(String name, JdbcClient jdbc) {
            this.name = name;
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return name;
        }

        void on(Noted noted, Recorded line) {
            if (fails.get() || noted.number() == poisonNumber) {
                throw new IllegalStateException("not now");
            }
            jdbc.sql(
                            "insert into log_poison (workspace_id, reader, seq, kind, error) values (:w, :reader, :seq, 0, :error)")
                    .param("w", line.workspace())
                    .param("reader", "kept-by-" + name)
                    .param("seq", line.seq())
                    .param("error", String.valueOf(noted.number()))
                    .update();
        }
    }

    private HikariDataSource pool = new HikariDataSource();
    private WorkspaceTransactions transactions = new WorkspaceTransactions(TestDatabase.app());
    private JdbcClient jdbc = JdbcClient.create(TestDatabase.app());
    private TransactionTemplate transaction = new TransactionTemplate(transactions);
    private Log log = new Log(jdbc, JsonMapper.shared(), new LogBell(TestDatabase.app()), Clock.systemUTC());
    private Actor by = Actor.system(Ids.next());

    @BeforeAll
    void connect() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.app());
        config.setMaximumPoolSize(WRITERS + 6);
        pool = new HikariDataSource(config);
        transactions = new WorkspaceTransactions(pool);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(transactions);
        log = new Log(jdbc, JsonMapper.shared(), new LogBell(pool), Clock.systemUTC());
    }

    @AfterAll
    void disconnect() {
        pool.close();
    }

    @BeforeEach
    void freshWorkspace() {
        by = Actor.system(Ids.next());
        jdbc.sql("insert into workspace (id, name, time_zone, language) values (:id, 'Log', 'UTC', 'en')")
                .param("id", by.workspace())
                .update();
    }

    @Test
    void two_nodes_read_every_line_exactly_once_while_transactions_commit_late_and_roll_back() throws Exception {
        Keeping counting = new Keeping("counting", jdbc);
        LogPump here = pump(counting);
        LogPump there = pump(new Keeping("counting", jdbc));
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread one = Thread.ofPlatform().start(() -> drainWhile(here, writing));
        Thread two = Thread.ofPlatform().start(() -> drainWhile(there, writing));

        Map<Integer, Boolean> committed = writeFromManyThreads();
        writing.set(false);
        one.join();
        two.join();
        here.drain(by.workspace());

        List<Integer> kept = kept("counting");
        assertThat(kept).doesNotHaveDuplicates();
        assertThat(kept).hasSameSizeAs(committed.keySet()).containsAll(committed.keySet());
    }

    @Test
    void a_page_without_a_line_of_their_kinds_moves_all_readers_at_once_and_calls_none() {
        LogPump pump = pump(new Keeping("first", jdbc), new Keeping("second", jdbc), new Keeping("third", jdbc));
        pump.drain(by.workspace());
        inside(() -> log.write(by, new Seen(Ids.next(), Ids.next(), 3)));
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            pump.drain(by.workspace());
            statements = counting.ofThisThread();
        }
        // The positions, the snapshot, the page, the move.
        assertThat(statements).hasSize(4).last().asString().startsWith("update reader");
        assertThat(kept("first")).isEmpty();
    }

    @Test
    void what_a_turn_writes_itself_comes_after_it_though_transactions_that_began_later_have_ended() {
        LogWindowQuery window = new LogWindowQuery(jdbc, JsonMapper.shared());
        JdbcClient elsewhere = JdbcClient.create(TestDatabase.owner());
        Boolean behind = Workspaces.call(
                by.workspace(),
                () -> transaction.execute(status -> {
                    String own = jdbc.sql("select pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
                    elsewhere
                            .sql("select pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
                    return jdbc.sql("select pg_visible_in_snapshot(cast(:own as xid8), cast(:now as pg_snapshot))")
                            .param("own", own)
                            .param("now", window.snapshot())
                            .query(Boolean.class)
                            .single();
                }));
        assertThat(behind).isFalse();
    }

    @Test
    void a_reader_that_fails_is_left_behind_by_those_that_moved_with_it() {
        Keeping good = new Keeping("good", jdbc);
        Keeping bad = new Keeping("bad", jdbc);
        bad.fails.set(true);
        inside(() -> log.write(by, new Noted(Ids.next(), Ids.next(), 1)));
        LogPump pump = pump(good, bad);
        pump.drain(by.workspace());
        assertThat(kept("good")).containsExactly(1);
        bad.fails.set(false);
        wakeUp("bad");
        pump.drain(by.workspace());
        assertThat(kept("good")).containsExactly(1);
        assertThat(kept("bad")).containsExactly(1);
    }

    @Test
    void lines_of_one_ticket_come_in_the_order_of_its_changes() {
        UUID ticket = Ids.next();
        Keeping reader = new Keeping("ordered", jdbc);
        for (int i = 0; i < 1_200; i++) {
            int number = i;
            inside(() -> log.write(by, new Noted(ticket, Ids.next(), number)));
        }
        pump(reader).drain(by.workspace());
        assertThat(kept("ordered")).isSorted().hasSize(1_200);
    }

    @Test
    void a_long_transaction_delays_only_its_own_lines() throws Exception {
        Keeping reader = new Keeping("unblocked", jdbc);
        LogPump pump = pump(reader);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform()
                .start(() -> inside(() -> {
                    log.write(by, new Noted(Ids.next(), Ids.next(), 1));
                    written.countDown();
                    await(mayCommit);
                }));
        await(written);
        inside(() -> log.write(by, new Noted(Ids.next(), Ids.next(), 2)));
        pump.drain(by.workspace());
        assertThat(kept("unblocked")).containsExactly(2);
        mayCommit.countDown();
        slow.join();
        pump.drain(by.workspace());
        assertThat(kept("unblocked")).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_failing_reader_falls_behind_alone_and_catches_up() {
        Keeping good = new Keeping("good", jdbc);
        Keeping bad = new Keeping("bad", jdbc);
        LogPump pump = pump(good, bad);
        bad.fails.set(true);
        inside(() -> log.write(by, new Noted(Ids.next(), Ids.next(), 7)));
        pump.drain(by.workspace());
        assertThat(kept("good")).containsExactly(7);
        assertThat(kept("bad")).isEmpty();
        bad.fails.set(false);
        wakeUp("bad");
        pump.drain(by.workspace());
        assertThat(kept("bad")).containsExactly(7);
        assertThat(kept("good")).containsExactly(7);
    }

    @Test
    void one_poison_line_is_set_aside_and_the_rest_goes_on() {
        Keeping reader = new Keeping("poisoned", jdbc);
        reader.poisonNumber = 3;
        LogPump pump = pump(reader);
        inside(() -> {
            for (int i = 0; i < 6; i++) {
                log.write(by, new Noted(Ids.next(), Ids.next(), i));
            }
        });
        for (int tries = 0; tries < 6; tries++) {
            pump.drain(by.workspace());
            wakeUp("poisoned");
        }
        assertThat(kept("poisoned")).containsExactly(0, 1, 2, 4, 5);
        assertThat(setAside("poisoned")).isEqualTo(1);
    }

    @Test
    void a_reader_sees_no_other_workspace() {
        Keeping reader = new Keeping("walled", jdbc);
        UUID elsewhere = Ids.next();
        jdbc.sql("insert into workspace (id, name, time_zone, language) values (:id, 'Elsewhere', 'UTC', 'en')")
                .param("id", elsewhere)
                .update();
        Workspaces.run(
                elsewhere,
                () -> transaction.executeWithoutResult(
                        status -> log.write(Actor.system(elsewhere), new Noted(Ids.next(), Ids.next(), 99))));
        inside(() -> log.write(by, new Noted(Ids.next(), Ids.next(), 1)));
        pump(reader).drain(by.workspace());
        assertThat(kept("walled")).containsExactly(1);
    }

    private Map<Integer, Boolean> writeFromManyThreads() throws InterruptedException {
        Map<Integer, Boolean> committed = new ConcurrentHashMap<>();
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            int writer = w;
            writers.add(Thread.ofPlatform().start(() -> write(writer, committed)));
        }
        for (Thread thread : writers) {
            thread.join();
        }
        return committed;
    }

    private void write(int writer, Map<Integer, Boolean> committed) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < TRANSACTIONS_EACH; i++) {
            int number = writer * TRANSACTIONS_EACH + i;
            boolean rollsBack = random.nextInt(10) == 0;
            boolean dawdles = random.nextInt(8) == 0;
            Workspaces.run(
                    by.workspace(),
                    () -> transaction.executeWithoutResult(status -> {
                        log.write(by, new Noted(Ids.next(), Ids.next(), number));
                        if (dawdles) {
                            jdbc.sql("select pg_sleep(0.02)")
                                    .query(String.class)
                                    .optional();
                        }
                        if (rollsBack) {
                            status.setRollbackOnly();
                        }
                    }));
            if (!rollsBack) {
                committed.put(number, true);
            }
        }
    }

    private void drainWhile(LogPump pump, AtomicBoolean going) {
        while (going.get()) {
            pump.drain(by.workspace());
        }
    }

    private LogPump pump(LogReader... readers) {
        return new LogPump(
                new ReaderStore(jdbc),
                new LogWindowQuery(jdbc, JsonMapper.shared()),
                log,
                new LogBell(pool),
                transactions,
                List.of(readers));
    }

    private void inside(Runnable work) {
        Workspaces.run(by.workspace(), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** As if the time a failing reader rests were over. */
    private void wakeUp(String reader) {
        jdbc.sql("update reader set failed_at = failed_at - interval '1 hour' where workspace_id = :w and name = :name")
                .param("w", by.workspace())
                .param("name", reader)
                .update();
    }

    private List<Integer> kept(String reader) {
        return numbers(
                "select error as n from log_poison where workspace_id = :w and reader = :reader order by seq",
                "kept-by-" + reader);
    }

    private int setAside(String reader) {
        return numbers("select count(*) as n from log_poison where workspace_id = :w and reader = :reader", reader)
                .getFirst();
    }

    private List<Integer> numbers(String sql, String reader) {
        List<Integer> found = Workspaces.call(
                by.workspace(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("w", by.workspace())
                        .param("reader", reader)
                        .query(Row.as(row -> Integer.parseInt(row.text("n"))))
                        .list()));
        return found == null ? List.of() : found;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
