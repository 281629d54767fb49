using FashionGanTf.Cli.CommandLine;

return Application.Run(args);
