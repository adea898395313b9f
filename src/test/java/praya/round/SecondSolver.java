package praya.round;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

/** What a round is worth, by CP-SAT. */
final class SecondSolver {
  static {
    Loader.loadNativeLibraries();
  }

  private SecondSolver() {}

  static long best(Market market) {
    CpModel model = new CpModel();
    LinearExprBuilder worth = LinearExpr.newBuilder();
    LinearExprBuilder[] load = new LinearExprBuilder[market.size()];
    for (int i = 0; i < load.length; i++) {
      load[i] = LinearExpr.newBuilder();
    }
    for (int e = 0; e < market.pairs(); e++) {
      IntVar pair = model.newBoolVar("x" + e);
      worth.addTerm(pair, market.weight[e]);
      load[market.from[e]].add(pair);
      load[market.to[e]].add(pair);
    }
    for (int i = 0; i < load.length; i++) {
      IntVar kept = model.newIntVar(0, market.floor[i], "t" + i);
      model.addLessOrEqual(kept, load[i]);
      model.addLessOrEqual(load[i], market.slots[i]);
      worth.addTerm(kept, market.bonus);
    }
    model.maximize(worth);
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(1);
    if (solver.solve(model) != CpSolverStatus.OPTIMAL) {
      throw new AssertionError("The second solver has not finished.");
    }
    return Math.round(solver.objectiveValue());
  }
}
