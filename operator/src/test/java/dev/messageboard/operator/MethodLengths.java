package dev.messageboard.operator;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** How many lines each method has between its braces, as the compiler parses it. */
final class MethodLengths extends TreeScanner<Void, CompilationUnitTree> {

  private final Map<String, Integer> lengths = new TreeMap<>();
  private final Trees trees;

  private MethodLengths(Trees trees) {
    this.trees = trees;
  }

  static Map<String, Integer> in(Collection<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      var scanner = new MethodLengths(Trees.instance(task));
      task.parse().forEach(unit -> scanner.scan(unit, unit));
      return scanner.lengths;
    }
  }

  @Override
  public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
    if (method.getBody() != null) {
      var file = Path.of(unit.getSourceFile().toUri()).getFileName();
      lengths.merge(file + " " + method.getName(), lines(method, unit), Math::max);
    }
    return super.visitMethod(method, unit);
  }

  private int lines(MethodTree method, CompilationUnitTree unit) {
    var positions = trees.getSourcePositions();
    var map = unit.getLineMap();
    long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
    long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
    return (int) Math.max(0, last - first - 1);
  }
}
