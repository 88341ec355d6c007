// What a Jenkinsfile says, as Jenkins' own language parses it, without running it: a JSON list of calls with their arguments and blocks.
import groovy.json.JsonOutput
import org.codehaus.groovy.ast.builder.AstBuilder
import org.codehaus.groovy.ast.expr.*
import org.codehaus.groovy.control.CompilePhase

def plain(Expression expression) {
  switch (expression) {
    case ConstantExpression: return expression.value
    case ListExpression: return expression.expressions.collect { plain(it) }
    case MapExpression: return expression.mapEntryExpressions.collectEntries { [plain(it.keyExpression), plain(it.valueExpression)] }
    case TupleExpression: return expression.expressions.collect { plain(it) }
    case ClosureExpression: return expression.code.statements.collect { plain(it.expression) }
    case MethodCallExpression: return call(expression)
    case BinaryExpression: return [left: expression.leftExpression.text, operator: expression.operation.text, right: plain(expression.rightExpression)]
    case GStringExpression: return [interpolated: expression.text]
    default: return [expression: expression.text]
  }
}

def call(MethodCallExpression expression) {
  def (blocks, others) = expression.arguments.expressions.split { it instanceof ClosureExpression }
  [name: expression.methodAsString, arguments: others.collect { plain(it) }, block: blocks ? plain(blocks[0]) : null]
}

def script = new AstBuilder().buildFromString(CompilePhase.CONVERSION, true, new File(args[0]).text)[0]
println JsonOutput.toJson(script.statements.collect { plain(it.expression) })
