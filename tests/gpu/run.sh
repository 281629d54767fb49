#!/usr/bin/env bash
# What is to be seen on a real card, with times beside PyTorch's where python3 has it with CUDA.
#
#   tests/gpu/run.sh pack FOLDER         where .NET is: publishes what is needed, with .NET's runtime, and copies this script and the peers
#   FOLDER/run.sh [PART[=WORDS]] ...     where the card is: needs NVIDIA's driver, and cuBLAS for speed; no .NET and no network
#
# All parts take about five minutes on an H100; each can be named alone:
#   tests     every operation's tests and golden values, and the trajectory of 25 steps
#   steps     losses and memory over 2,000 steps          repeat    the same bits twice
#   move      weights that go to the processor            fit       steps with data from the pipeline
#   dcgan     steps of the DCGAN, beside PyTorch's        residual  those of the residual networks with relativistic loss, R1 and R2
#   stylegan  those of the StyleGAN: plain ones, ones with R1, and 16 of which one has it
#   draw      sampling, beside PyTorch's                  profile   what a step sends to the card, and how long each takes there
#   cli       train, generate and evaluate on the card
#   check=WORDS, peer=WORDS    any other call, as "check=step --network residual --size 128 --batch 64"
# DATA names a folder with Fashion-MNIST's IDX files; evaluate needs it. CHECK has words for each check, DEVICE the device of cli: to try
# this script without a card, CHECK="--simulated --dry" DEVICE=cpu.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "${1:-}" = pack ]; then
    set -e
    target=$(mkdir -p "$2" && cd "$2" && pwd)
    publish=(dotnet publish -c Release -r linux-x64 --self-contained -o "$target" -v q -p:Gpu=true)
    "${publish[@]}" "$here/../../benchmarks/FashionGan.GpuCheck"
    "${publish[@]}" "$here/../TensorFlow.Managed.Gpu.Tests" -p:Standalone=true
    # The last, for its list of files is the one with the card's.
    "${publish[@]}" "$here/../../src/FashionGan.Cli"
    python3 "$here/thin.py" "$target"
    cp "$here/run.sh" "$here"/../../benchmarks/peers/{step,dcgan,residual}_torch.py "$target"
    exit
fi

# cuBLAS that came with PyTorch is as good as CUDA's own.
for folder in $(python3 -c 'import glob, site; print(*glob.glob(site.getsitepackages()[0] + "/nvidia/*/lib"))' 2>/dev/null); do
    export LD_LIBRARY_PATH="$folder:${LD_LIBRARY_PATH:-}"
done
export FASHION_GAN_GPU=card
device=${DEVICE:-gpu}
check() { timeout 150 "$here/FashionGan.GpuCheck" "$@" ${CHECK:-} || echo "FAILED: $*"; }
peer() { timeout 150 python3 "$here/step_torch.py" --device cuda --steps 20 "$@" 2>/dev/null || echo "no peer: $*"; }
residual=(--network residual --loss relativistic --r1 1 --r2 1)
small="--batch 64 --batch 128 --batch 1024"

# The program as users call it: what it prints is shown only where it fails.
program() {
    if timeout 150 "$here/fashion-gan" "$@" --device "$device" >"$work/log" 2>&1; then
        echo "passed: $*"
    else
        echo "FAILED: $*"; tail -5 "$work/log"
    fi
}
try_program() {
    work=$(mktemp -d)
    steps=(--epochs 1 --batch-size 64 --checkpoint-every 1000)
    program generate --model conditional --count 640 --format npz --out "$work/labelled.npz"
    program generate --count 256 --scale 3 --out "$work/pictures"
    program train --data "$work/labelled.npz" "${steps[@]}" --out "$work/dcgan"
    grep -E '"device"' "$work/dcgan/run/config.json"
    program train --data "$work/labelled.npz" "${steps[@]}" --out "$work/tf32" --tf32 --diffaugment color,translation,cutout
    program train --data "$work/labelled.npz" "${steps[@]}" --out "$work/conditional" --conditional
    program train --data "$work/labelled.npz" "${steps[@]}" --out "$work/residual" "${residual[@]}"
    program train --data "$work/labelled.npz" "${steps[@]}" --out "$work/stylegan" --network stylegan --r1 1 --penalty-every 16
    program train --data "$work/pictures" "${steps[@]}" --out "$work/colour" --size 64 --channels colour
    program generate --model "$work/residual/run/generator.safetensors" --grid 4x4 --out "$work/residual.png"
    program generate --model "$work/stylegan/run/generator.safetensors" --grid 4x4 --out "$work/stylegan.png"
    program generate --model "$work/colour/run/generator.safetensors" --grid 4x4 --out "$work/colour.png"
    [ -z "${DATA:-}" ] || program evaluate --data "$DATA" --count 2000 --out "$work/evaluation"
    rm -rf "$work"
}

nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || true
[ $# -gt 0 ] || set -- tests steps repeat move fit dcgan residual stylegan draw profile cli
for part in "$@"; do
    echo "== $part"
    begun=$SECONDS
    words=${part#*=}
    case $part in
        tests) "$here/TensorFlow.Managed.Gpu.Tests" --progress off || echo "FAILED: tests" ;;
        steps) check steps --batch 64 --count 2000 ;;
        repeat)
            check repeat --batch 64 --count 25
            check repeat --batch 128 --count 25 --tf32 --conditional --ema 0.999
            check repeat --batch 32 --count 10 "${residual[@]}" ;;
        move) check move --batch 64 --count 20 ;;
        fit) check fit --batch 128 --batch 1024 --count 40 --tf32 ;;
        dcgan)
            for tf32 in "" --tf32; do
                check step $small $tf32
                check step --size 64 --channels colour --batch 64 --batch 512 --count 10 $tf32
            done
            check step --batch 128 --conditional
            CHECK="" check step --device cpu --batch 128 --count 5
            peer --batch 64 128 1024 --tf32 as-is off
            peer --size 64 --channels 3 --batch 64 512 --tf32 as-is off --steps 10 ;;
        residual)
            for tf32 in "" --tf32; do
                check step "${residual[@]}" $small --count 10 $tf32
                check step "${residual[@]}" --size 64 --channels colour --batch 64 --batch 256 --count 5 $tf32
            done
            peer --network residual --batch 64 128 1024 --tf32 as-is off --steps 10
            peer --network residual --size 64 --channels 3 --batch 64 256 --tf32 as-is off --steps 5 ;;
        stylegan)
            for tf32 in "" --tf32; do
                check step --network stylegan $small --count 10 $tf32
                check step --network stylegan --r1 1 --batch 64 --batch 1024 --count 10 $tf32
                check step --network stylegan --size 64 --channels colour --batch 64 --batch 256 --count 5 $tf32
            done
            check fit --network stylegan --r1 1 --penalty-every 16 --batch 64 --count 48 --tf32
            check repeat --network stylegan --r1 1 --penalty-every 2 --batch 32 --count 6 ;;
        draw)
            check draw --batch 128 --batch 1024 --count 30
            check draw --batch 1024 --count 30 --tf32
            peer --batch 1024 --sample 30720 ;;
        profile)
            check profile --batch 64 --batch 1024 --count 10 --tf32
            check profile-draw --batch 1024 --count 10 --tf32
            check profile "${residual[@]}" --batch 64 --count 10 --tf32 ;;
        cli) try_program ;;
        check=*) check $words ;;
        peer=*) peer $words ;;
        *) echo "FAILED: there is no part $part" ;;
    esac
    echo "-- $part: $((SECONDS - begun)) s"
done
