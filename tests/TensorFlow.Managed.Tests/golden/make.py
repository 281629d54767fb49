"""Makes convolutions_grouped, recurrent, losses_more and adagrad by PyTorch 2.6: python3 make.py FOLDER

Each value is computed in float64 from inputs that are exact in float32, and stored as float32. Layouts are Keras': pictures
(N, H, W, C), kernels (h, w, in / groups, out), depthwise ones (h, w, in, multiplier), a dense kernel (in, out).
"""
import json
import struct
import sys

import torch
import torch.nn.functional as F

torch.manual_seed(5)


def save(name, cases):
    tensors, header, offset = {}, {"__metadata__": {"cases": json.dumps([told for told, _ in cases])}}, 0
    for number, (_, values) in enumerate(cases):
        for key, value in values.items():
            value = value.detach().contiguous().to(torch.float32)
            tensors[f"case{number}/{key}"] = value.numpy().tobytes()
            header[f"case{number}/{key}"] = {
                "dtype": "F32", "shape": list(value.shape), "data_offsets": [offset, offset + 4 * value.numel()]}
            offset += 4 * value.numel()
    text = json.dumps(header).encode()
    with open(f"{sys.argv[1]}/{name}.safetensors", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(tensors.values()))


def random(*shape, scale=1.0):
    return (torch.randn(*shape) * scale).to(torch.float64).requires_grad_()


def with_gradients(y, **inputs):
    dy = torch.randn(y.shape).to(torch.float64)
    gradients = torch.autograd.grad((y * dy).sum(), list(inputs.values()))
    return {**inputs, "y": y, "dy": dy, **{"d" + name: gradient for name, gradient in zip(inputs, gradients)}}


def border(size, kernel, stride, dilation, padding):
    """TensorFlow's 'same': the odd pixel comes after."""
    if padding == "valid":
        return 0, 0
    reach = (kernel - 1) * dilation + 1
    whole = max((-(-size // stride) - 1) * stride + reach - size, 0)
    return whole // 2, whole - whole // 2


def convolved(x, kernel, strides, dilation, padding, groups):
    """x (N, H, W, C) and the kernel (h, w, in / groups, out)."""
    top, bottom = border(x.shape[1], kernel.shape[0], strides, dilation, padding)
    left, right = border(x.shape[2], kernel.shape[1], strides, dilation, padding)
    x = F.pad(x.permute(0, 3, 1, 2), (left, right, top, bottom))
    return F.conv2d(x, kernel.permute(3, 2, 0, 1), stride=strides, dilation=dilation, groups=groups).permute(0, 2, 3, 1)


def depthwise(x, kernel, strides, dilation, padding):
    h, w, channels, multiplier = kernel.shape
    return convolved(x, kernel.reshape(h, w, 1, channels * multiplier), strides, dilation, padding, channels)


def convolutions():
    cases = []
    for groups, strides, dilation, padding in [
            (2, 1, 1, "same"), (3, 2, 1, "same"), (2, 2, 1, "valid"), (2, 1, 2, "same"), (6, 1, 2, "valid")]:
        x, kernel, bias = random(2, 7, 8, 6), random(3, 3, 6 // groups, 12), random(12)
        y = convolved(x, kernel, strides, dilation, padding, groups) + bias
        cases.append((dict(layer="conv2d", groups=groups, strides=strides, dilation=dilation, padding=padding),
                      with_gradients(y, x=x, kernel=kernel, bias=bias)))
    for multiplier, strides, dilation, padding in [(1, 1, 1, "same"), (2, 2, 1, "same"), (1, 2, 1, "valid"), (3, 1, 2, "same")]:
        x, kernel, bias = random(2, 8, 7, 5), random(3, 2, 5, multiplier), random(5 * multiplier)
        y = depthwise(x, kernel, strides, dilation, padding) + bias
        cases.append((dict(layer="depthwise_conv2d", depth_multiplier=multiplier, strides=strides, dilation=dilation, padding=padding),
                      with_gradients(y, x=x, kernel=kernel, bias=bias)))
    for multiplier, strides, padding in [(1, 1, "same"), (2, 2, "valid")]:
        x, kernel, pointwise, bias = random(2, 7, 7, 4), random(3, 3, 4, multiplier), random(1, 1, 4 * multiplier, 6), random(6)
        y = convolved(depthwise(x, kernel, strides, 1, padding), pointwise, 1, 1, "valid", 1) + bias
        cases.append((dict(layer="separable_conv2d", depth_multiplier=multiplier, strides=strides, dilation=1, padding=padding),
                      with_gradients(y, x=x, kernel=kernel, pointwise=pointwise, bias=bias)))
    for strides, dilation, padding in [(1, 1, "same"), (2, 1, "valid"), (1, 2, "causal")]:
        x, kernel, bias = random(2, 9, 4), random(3, 4, 5), random(5)
        before, after = ((3 - 1) * dilation, 0) if padding == "causal" else border(9, 3, strides, dilation, padding)
        y = F.conv1d(F.pad(x.permute(0, 2, 1), (before, after)), kernel.permute(2, 1, 0), bias, strides, dilation=dilation).permute(0, 2, 1)
        cases.append((dict(layer="conv1d", strides=strides, dilation=dilation, padding=padding),
                      with_gradients(y, x=x, kernel=kernel, bias=bias)))
    save("convolutions_grouped", cases)


def reordered(weight, order):
    """Blocks of gates along the last axis, in another order."""
    return torch.cat([weight.chunk(len(order), -1)[i] for i in order], -1)


def recurrent():
    """By torch.nn.RNN, LSTM and GRU, given Keras' weights; a GRU whose reset gate comes before the product is written out."""
    cases = []
    for cell, gates, order in [("simple_rnn", 1, [0]), ("lstm", 4, [0, 1, 2, 3]), ("gru", 3, [1, 0, 2])]:
        x, units = random(3, 5, 4), 6
        kernel, recurrent_kernel = random(4, gates * units, scale=0.5), random(units, gates * units, scale=0.5)
        bias = random(2, gates * units, scale=0.5) if cell == "gru" else random(gates * units, scale=0.5)
        layer = {"simple_rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[cell](4, units, batch_first=True).double()
        given = {
            "weight_ih_l0": reordered(kernel, order).T, "weight_hh_l0": reordered(recurrent_kernel, order).T,
            "bias_ih_l0": reordered(bias[0] if cell == "gru" else bias, order),
            "bias_hh_l0": reordered(bias[1], order) if cell == "gru" else torch.zeros(gates * units, dtype=torch.float64),
        }
        y, state = torch.func.functional_call(layer, given, (x,))
        values = with_gradients(y, x=x, kernel=kernel, recurrent_kernel=recurrent_kernel, bias=bias)
        if cell == "lstm":
            values["state"] = state[1][0]
        cases.append((dict(cell=cell, reset_after=True), values))
    x, units = random(3, 5, 4), 6
    kernel, recurrent_kernel, bias = random(4, 18, scale=0.5), random(6, 18, scale=0.5), random(18, scale=0.5)
    h, outputs = torch.zeros(3, units, dtype=torch.float64), []
    for t in range(5):
        (xz, xr, xh), (uz, ur, uh) = (x[:, t] @ kernel + bias).chunk(3, -1), recurrent_kernel.chunk(3, -1)
        z, r = torch.sigmoid(xz + h @ uz), torch.sigmoid(xr + h @ ur)
        h = z * h + (1 - z) * torch.tanh(xh + (r * h) @ uh)
        outputs.append(h)
    cases.append((dict(cell="gru", reset_after=False),
                  with_gradients(torch.stack(outputs, 1), x=x, kernel=kernel, recurrent_kernel=recurrent_kernel, bias=bias)))
    save("recurrent", cases)


def losses():
    labels = torch.tensor([[1, -1, 1], [-1, -1, 1], [1, 1, 1], [-1, 1, -1]], dtype=torch.float64)
    one_hot = F.one_hot(torch.tensor([0, 2, 1, 2]), 3).double()
    shares, counts = torch.softmax(random(4, 3), -1).float().double(), torch.tensor([[0, 1, 2], [3, 1, 0], [5, 2, 1], [0, 0, 4]]).double()

    def categorical_hinge(y, x):
        return F.relu(((1 - y) * x).max(-1).values - (y * x).sum(-1) + 1)

    cases = []
    for loss, y_true, y_pred, function in [
            ("hinge", labels, random(4, 3), lambda y, x: F.relu(1 - y * x).mean(-1)),
            ("squared_hinge", labels, random(4, 3), lambda y, x: (F.relu(1 - y * x) ** 2).mean(-1)),
            ("categorical_hinge", one_hot, random(4, 3), categorical_hinge),
            ("kl_divergence", shares, torch.softmax(random(4, 3), -1).float().double(),
             lambda y, x: F.kl_div(x.log(), y, reduction="none").sum(-1)),
            ("poisson", counts, (torch.rand(4, 3) * 3 + 0.1).double(),
             lambda y, x: F.poisson_nll_loss(x, y, log_input=False, eps=1e-7, reduction="none").mean(-1))]:
        y_pred = y_pred.detach().requires_grad_()
        each = function(y_true, y_pred)
        mean = each.mean()
        cases.append((dict(loss=loss), dict(y_true=y_true, y_pred=y_pred, losses=each, loss=mean.reshape(1),
                                           dy_pred=torch.autograd.grad(mean, y_pred)[0])))
    save("losses_more", cases)


def adagrad():
    cases = []
    for rate in [0.001, 0.1]:
        w = random(7)
        gradients = torch.randn(6, 7).to(torch.float64)
        values = {"w": w.detach().clone(), "gradients": gradients}
        optimizer, after = torch.optim.Adagrad([w], lr=rate, initial_accumulator_value=0.1, eps=1e-7), []
        for gradient in gradients:
            w.grad = gradient.clone()
            optimizer.step()
            after.append(w.detach().clone())
        values["after"] = torch.stack(after)
        cases.append((dict(learning_rate=rate), values))
    save("adagrad", cases)


convolutions()
recurrent()
losses()
adagrad()
