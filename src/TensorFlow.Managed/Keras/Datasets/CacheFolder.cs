namespace Tensorflow.Keras.Datasets;

/// <summary>Where a user's downloads, and what is made from them, are kept between runs.</summary>
public static class CacheFolder
{
    /// <summary>
    /// The folder for one data set: below XDG_CACHE_HOME or ~/.cache on Linux (https://specifications.freedesktop.org/basedir-spec), below
    /// the local application data elsewhere. It need not exist. Null when the user has no home.
    /// </summary>
    /// <param name="dataset">The data set's name, or what else the folder is called.</param>
    public static string? Path(string dataset)
    {
        var root = OperatingSystem.IsLinux() ? LinuxRoot() : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return string.IsNullOrEmpty(root) ? null : System.IO.Path.Combine(root, "fashion-gan", dataset);
    }

    private static string? LinuxRoot()
    {
        // The specification says that a path that is not absolute must be ignored.
        var xdg = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (System.IO.Path.IsPathRooted(xdg))
            return xdg;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return string.IsNullOrEmpty(home) ? null : System.IO.Path.Combine(home, ".cache");
    }
}
