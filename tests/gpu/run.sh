#!/usr/bin/env bash
# Everything that is to be seen on a real card: golden values and every operation's tests, the trajectory of 25 steps, 200 training steps,
# memory over 2,000 steps, the same bits twice, weights that go to the processor, and times beside PyTorch's, where python3 has it with CUDA.
#
#   tests/gpu/run.sh pack FOLDER     where .NET is: publishes what is needed, with .NET's runtime, and copies this script and the peer there
#   FOLDER/run.sh                    where the card is: needs NVIDIA's driver, and cuBLAS for speed; no .NET and no network
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "${1:-}" = pack ]; then
    target=$(mkdir -p "$2" && cd "$2" && pwd)
    publish=(dotnet publish -c Release -r linux-x64 --self-contained -o "$target" -v q)
    "${publish[@]}" "$here/../../benchmarks/FashionGan.GpuCheck"
    "${publish[@]}" "$here/../TensorFlow.Managed.Gpu.Tests" -p:Standalone=true
    rm -f "$target"/*.pdb "$target"/*.xml
    cp "$here/run.sh" "$here/../../benchmarks/peers/dcgan_step_torch.py" "$target"
    exit
fi

# cuBLAS that came with PyTorch is as good as CUDA's own.
for folder in $(python3 -c 'import glob, site; print(*glob.glob(site.getsitepackages()[0] + "/nvidia/*/lib"))' 2>/dev/null); do
    export LD_LIBRARY_PATH="$folder:${LD_LIBRARY_PATH:-}"
done
export FASHION_GAN_GPU=card
check() { "$here/FashionGan.GpuCheck" "$@" || echo "FAILED: $*"; }
peer() { python3 "$here/dcgan_step_torch.py" --device cuda --steps 50 "$@" 2>/dev/null || echo "no peer: PyTorch with CUDA is not there"; }

nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || true
parts=${*:-tests steps repeat fit move step draw}
for part in $parts; do
    echo "== $part"
    case $part in
        tests) "$here/TensorFlow.Managed.Gpu.Tests" --progress off || echo "FAILED: tests" ;;
        steps) check gpu steps 128 200; check gpu steps 64 2000 ;;
        repeat) check gpu repeat 64 25; check gpu repeat 128 25 tf32 ;;
        fit) check gpu fit 128 100; check gpu fit 1024 30; check gpu fit 1024 30 tf32 ;;
        move) check gpu move 64 20 ;;
        step)
            for batch in 64 128 1024; do
                check gpu step $batch 50
                check gpu step $batch 50 tf32
                for tf32 in as-is off on; do peer --batch $batch --tf32 $tf32; done
            done
            check gpu step 128 10 no-cublas
            check gpu step 1024 5 no-cublas
            check cpu step 128 5 ;;
        draw)
            check gpu draw 1024 50
            check gpu draw 1024 50 tf32
            peer --batch 1024 --sample 51200 ;;
    esac
done
