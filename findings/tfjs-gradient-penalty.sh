#!/usr/bin/env bash
# TensorFlow.js: a gradient penalty (WGAN-GP, R1), a gradient of a gradient, is right or refused or silently wrong, as the discriminator's
# activation is. The gradients of tanh, sigmoid, softmax and elu are written with the result that was kept, and the outer gradient takes
# that for a constant: it loses a part, and may have the other sign. LeakyReLU, which most discriminators have, is refused.
# What to do: relu, or softplus, or another function whose gradient is written with its input; check a penalty by finite differences.
# Needs: Node.js 18 or later with npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm init -y > npm.log 2>&1
npm install --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 >> npm.log 2>&1 || { cat npm.log; exit 1; }
cat > finding.js <<'JS'
const tf = require("@tensorflow/tfjs");

// What each activation is expected to do: the gradient of the penalty is right, wrong without an error, or refused.
const activations = {
  relu: ["right", tf.relu],
  softplus: ["right", tf.softplus],
  tanh: ["wrong", tf.tanh],
  sigmoid: ["wrong", tf.sigmoid],
  swish: ["wrong", x => tf.mul(x, tf.sigmoid(x))],
  softmax: ["wrong", x => tf.softmax(x)],
  elu: ["wrong", tf.elu],
  leakyRelu: ["refused", x => tf.leakyRelu(x, 0.2)],
};

async function main() {
  await tf.setBackend("cpu");
  console.log(`TensorFlow.js ${tf.version.tfjs}, Node.js ${process.version}; gradient of |dD/dx|^2 along a direction in the weights`);
  const x = tf.randomNormal([4, 8], 0, 1, "float32", 1), last = tf.randomNormal([6, 1], 0, 1, "float32", 2);
  const weights = tf.randomNormal([8, 6], 0, 0.3, "float32", 3), direction = tf.randomNormal([8, 6], 0, 1, "float32", 4);
  let expected = true;
  for (const [name, [wanted, activation]] of Object.entries(activations)) {
    const penalty = w => tf.grad(z => tf.matMul(activation(tf.matMul(z, w)), last).sum())(x).square().sum();
    const step = 0.01;
    const [up, down] = [step, -step].map(h => penalty(weights.add(direction.mul(h))).dataSync()[0]);
    const finite = (up - down) / (2 * step);
    let seen, said;
    try {
      const tape = tf.grad(penalty)(weights).mul(direction).sum().dataSync()[0];
      seen = Math.abs(tape - finite) < 0.02 * Math.abs(finite) ? "right" : "wrong";
      said = `tape ${tape.toFixed(3).padStart(9)}, finite differences ${finite.toFixed(3).padStart(9)}`;
    } catch (error) {
      seen = "refused";
      said = error.message;
    }
    expected &&= seen === wanted;
    console.log(`  ${name.padEnd(9)} ${seen.padEnd(7)} ${said}`);
  }
  process.exit(expected ? 0 : 1);
}

main();
JS
node finding.js 2> errors.log || { cat errors.log; echo "TensorFlow.js behaves differently now."; exit 1; }
