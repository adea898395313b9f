package praya.evaluation;

/**
 * Logistic regression with a ridge, by Newton's method: for a handful of inputs. Inputs are scaled
 * to a spread of 1 within, so that the ridge means the same for each.
 */
final class Logistic {
  private Logistic() {}

  /**
   * Fits weights to rows of inputs, of which the first is always 1, and outputs of 0 or 1.
   *
   * @param ridge what a squared weight costs for each row
   */
  static double[] fit(double[][] inputs, double[] outputs, double ridge, int steps) {
    int size = inputs.length == 0 ? 0 : inputs[0].length;
    double[] means = new double[size];
    double[] spreads = new double[size];
    scale(inputs, means, spreads);
    double[] weights = new double[size];
    for (int step = 0; step < steps; step++) {
      double[][] curvature = new double[size][size + 1];
      for (int i = 0; i < size; i++) {
        curvature[i][i] = ridge * inputs.length;
        curvature[i][size] = -ridge * inputs.length * weights[i];
      }
      for (int row = 0; row < inputs.length; row++) {
        double[] input = scaled(inputs[row], means, spreads);
        double said = probability(weights, input);
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            curvature[i][j] += said * (1 - said) * input[i] * input[j];
          }
          curvature[i][size] += (outputs[row] - said) * input[i];
        }
      }
      double[] change = solve(curvature);
      double moved = 0;
      for (int i = 0; i < size; i++) {
        weights[i] += change[i];
        moved += Math.abs(change[i]);
      }
      if (moved < 1e-9) {
        break;
      }
    }
    return unscaled(weights, means, spreads);
  }

  static double probability(double[] weights, double[] input) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * input[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static void scale(double[][] inputs, double[] means, double[] spreads) {
    for (int i = 1; i < means.length; i++) {
      for (double[] row : inputs) {
        means[i] += row[i] / inputs.length;
      }
      for (double[] row : inputs) {
        spreads[i] += (row[i] - means[i]) * (row[i] - means[i]) / inputs.length;
      }
      spreads[i] = spreads[i] == 0 ? 1 : Math.sqrt(spreads[i]);
    }
  }

  private static double[] scaled(double[] row, double[] means, double[] spreads) {
    double[] scaled = row.clone();
    for (int i = 1; i < row.length; i++) {
      scaled[i] = (row[i] - means[i]) / spreads[i];
    }
    return scaled;
  }

  private static double[] unscaled(double[] weights, double[] means, double[] spreads) {
    for (int i = 1; i < weights.length; i++) {
      weights[i] /= spreads[i];
      weights[0] -= weights[i] * means[i];
    }
    return weights;
  }

  /** Gauss with the largest pivot; the ridge keeps the matrix regular. */
  private static double[] solve(double[][] rows) {
    int size = rows.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swapped = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swapped;
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double factor = rows[row][column] / rows[column][column];
          for (int i = column; i <= size; i++) {
            rows[row][i] -= factor * rows[column][i];
          }
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = rows[i][size] / rows[i][i];
    }
    return solution;
  }
}
