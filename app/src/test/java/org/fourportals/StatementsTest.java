package org.fourportals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Every SQL statement fits the schema: PostgreSQL prepares it. */
class StatementsTest {

    /** Where a column's name is chosen in code, between two constants; its room's own test runs the statement. */
    private static final Set<String> CHOSEN_IN_CODE = Set.of("org/fourportals/identity/CardSignIn.java");

    /** Literals stay; every named parameter becomes a numbered one, each occurrence by itself as the driver sends it. */
    private static final Pattern PARAMETER = Pattern.compile("'[^']*'|::\\w+|:(\\w+)");

    @Test
    void everyStatementPreparesAgainstTheMigratedSchema() throws Exception {
        List<SqlInSources.Statement> statements = SqlInSources.list(Path.of("src/main/java"));
        assertThat(statements).hasSizeGreaterThan(40);
        assertThat(statements.stream().filter(s -> s.sql() == null).map(SqlInSources.Statement::place).distinct())
                .as("put together otherwise than from constants").containsExactlyInAnyOrderElementsOf(CHOSEN_IN_CODE);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = TestPostgres.fresh().getConnection()) {
            for (SqlInSources.Statement statement : statements.stream().filter(s -> s.sql() != null).toList()) {
                prepare(connection, statement, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void prepare(Connection connection, SqlInSources.Statement statement, List<String> wrong) {
        try (var prepare = connection.createStatement()) {
            prepare.execute("prepare one as " + numbered(String.valueOf(statement.sql())));
            prepare.execute("deallocate one");
        } catch (SQLException e) {
            wrong.add(statement.place() + ": " + e.getMessage() + "\n" + statement.sql());
        }
    }

    private static String numbered(String sql) {
        Matcher matcher = PARAMETER.matcher(sql);
        StringBuilder numbered = new StringBuilder();
        int count = 0;
        while (matcher.find()) {
            matcher.appendReplacement(numbered, Matcher.quoteReplacement(matcher.group(1) == null ? matcher.group() : "$" + ++count));
        }
        return matcher.appendTail(numbered).toString();
    }
}
