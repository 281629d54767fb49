# The studio as a web demo:
#   docker build -t fashion-studio .
#   docker run -p 8080:8080 fashion-studio

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/FashionGan.Cli --configuration Release --output /program -p:RunAnalyzers=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build --chown=root:root /program /program
# An empty folder of its own, and nobody that may write to the program.
WORKDIR /work
USER $APP_UID
ENV PORT=8080
EXPOSE 8080
# The image has no curl; bash speaks enough HTTP.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"ok\"' <&3"]
ENTRYPOINT ["dotnet", "/program/fashion-gan.dll", "serve", "--host", "0.0.0.0"]
