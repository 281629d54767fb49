"""Takes out of a published folder what run.sh's parts do not use, so that it is sent in half the time: the web server, debuggers, coverage.

    thin.py FOLDER
"""
import glob
import json
import os
import shutil
import sys

UNUSED = [
    "Microsoft.AspNetCore.*", "Microsoft.CodeCoverage", "Microsoft.VisualBasic*", "Microsoft.CSharp.dll", "createdump", "libclrgc*.so",
    "libcoreclrtraceptprovider.so", "libmscordaccore.so", "libmscordbi.so", "System.Data.Common.dll", "System.Linq.AsyncEnumerable.dll",
    "System.Linq.Expressions.dll", "System.Net.Mail.dll", "System.Net.Quic.dll", "System.Net.WebSockets*.dll",
    "System.Private.DataContractSerialization.dll", "System.Security.Cryptography.Pkcs.dll",
    "System.Security.Cryptography.Xml.dll", "*.pdb", "*.resources.dll", "*/*.resources.dll"]

os.chdir(sys.argv[1])
for pattern in UNUSED:
    for path in glob.glob(pattern):
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
# A program asks for every file that its list names.
for name in glob.glob("*.deps.json"):
    with open(name) as file:
        listed = json.load(file)
    for target in listed["targets"].values():
        for library in target.values():
            for kind in ("runtime", "native", "resources"):
                library[kind] = {path: about for path, about in library.get(kind, {}).items() if os.path.exists(os.path.basename(path))}
    with open(name, "w") as file:
        json.dump(listed, file)
