package org.fourportals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Finds every statement that the sources give to {@code JdbcClient.sql}, with the constants of its class put in. */
final class SqlInSources {

    /** A statement and where it stands; `sql` is null where it is put together in another way than from constants. */
    record Statement(String place, @Nullable String sql) {
    }

    private SqlInSources() {
    }

    static List<Statement> list(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
        List<Statement> found = new ArrayList<>();
        for (var unit : task.parse()) {
            Map<String, ExpressionTree> constants = new HashMap<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    if (variable.getInitializer() != null) {
                        constants.putIfAbsent(variable.getName().toString(), variable.getInitializer());
                    }
                    return super.visitVariable(variable, nothing);
                }
            }.scan(unit, null);
            String file = sources.toRealPath().relativize(Path.of(unit.getSourceFile().toUri()).toRealPath()).toString();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select && select.getIdentifier().contentEquals("sql")
                            && call.getArguments().size() == 1) {
                        found.add(new Statement(file, value(call.getArguments().getFirst(), constants)));
                    }
                    return super.visitMethodInvocation(call, nothing);
                }
            }.scan(unit, null);
        }
        return found;
    }

    private static @Nullable String value(Tree tree, Map<String, ExpressionTree> constants) {
        return switch (tree) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case ParenthesizedTree inner -> value(inner.getExpression(), constants);
            case IdentifierTree name when constants.containsKey(name.getName().toString()) ->
                value(constants.get(name.getName().toString()), constants);
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
                String left = value(sum.getLeftOperand(), constants);
                String right = value(sum.getRightOperand(), constants);
                yield left == null || right == null ? null : left + right;
            }
            default -> null;
        };
    }
}
